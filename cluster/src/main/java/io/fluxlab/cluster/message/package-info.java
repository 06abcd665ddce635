/**
 * What a coordinator and its workers say to each other: records in CBOR, and frames of items with their Java types.
 */
@NullMarked
package io.fluxlab.cluster.message;

import org.jspecify.annotations.NullMarked;
