/**
 * Who gives tasks to workers: members, and runs whose tasks are on their way. What a run does not know to have ended well is sent again; what came twice is dropped.
 */
@NullMarked
package io.fluxlab.cluster.coordinator;

import org.jspecify.annotations.NullMarked;
