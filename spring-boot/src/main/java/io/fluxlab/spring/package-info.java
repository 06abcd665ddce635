/**
 * A lab inside an application of Spring Boot: the {@linkplain io.fluxlab.spring.ServiceLab lab} that knows what goes on in
 * it, its {@linkplain io.fluxlab.spring.LabProperties properties}, and its life between the application's start and stop.
 * What an application has of web, RSocket, Actuator and Micrometer gets its part from the packages below this one.
 */
@NullMarked
package io.fluxlab.spring;

import org.jspecify.annotations.NullMarked;
