/**
 * The broker in a coordinator: Apache Artemis, set up by its classes.
 */
@NullMarked
package io.fluxlab.cluster.broker;

import org.jspecify.annotations.NullMarked;
