/**
 * What a parent and its children say to each other. Requests are records in CBOR with their route as metadata; items
 * travel with their Java types, so that a task's results are the same objects wherever it ran.
 */
@NullMarked
package io.fluxlab.process.message;

import org.jspecify.annotations.NullMarked;
