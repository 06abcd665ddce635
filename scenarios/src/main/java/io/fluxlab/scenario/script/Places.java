package io.fluxlab.scenario.script;

/** Where the values of a document stand; paths are JSON pointers (RFC 6901). */
interface Places {

    /** Where a value stands. */
    Mark value(String pointer);

    /** Where a value's key stands. */
    Mark key(String pointer);
}
