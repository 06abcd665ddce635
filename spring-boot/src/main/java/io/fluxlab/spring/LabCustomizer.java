package io.fluxlab.spring;

import io.fluxlab.lab.LocalLab;

/** A bean that changes the application's lab before it is built, after everything else has been added to it. */
@FunctionalInterface
public interface LabCustomizer {

    /** Changes the builder. */
    void customize(LocalLab.Builder builder);
}
