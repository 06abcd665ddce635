/**
 * The lecture's assignments on a student's machine: {@link io.fluxlab.cli.practice.StudentProject} is the folder,
 * {@link io.fluxlab.cli.practice.Checking} compiles it and runs the hidden checks in another JVM,
 * {@link io.fluxlab.cli.practice.CheckText} tells what became of them, and {@link io.fluxlab.cli.practice.HandIn} is the report.
 */
@NullMarked
package io.fluxlab.cli.practice;

import org.jspecify.annotations.NullMarked;
