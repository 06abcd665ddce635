/**
 * A lab that is elsewhere: {@link io.fluxlab.client.LabClient} is a {@link io.fluxlab.lab.Lab} whose streams come over
 * RSocket, and whose demand, cancel and errors travel with them.
 */
@NullMarked
package io.fluxlab.client;

import org.jspecify.annotations.NullMarked;
