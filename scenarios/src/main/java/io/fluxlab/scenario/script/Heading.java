package io.fluxlab.scenario.script;

import io.fluxlab.scenario.Text;

/**
 * What a script is about. Immutable.
 *
 * @param name what it is called, in kebab-case
 * @param title what it is called, for people
 * @param lecture the heading of the lecture's part that it shows; empty where there is none
 * @param source the public report that it rebuilds: repository#number, or a JEP; empty where there is none
 */
public record Heading(String name, Text title, String lecture, String source) {}
