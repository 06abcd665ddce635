package io.fluxlab.verdict;

/** A named doubt about a verdict: a code for programs, in kebab-case, and a sentence for people. Immutable. */
public record Warning(String code, String message) {}
