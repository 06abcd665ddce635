/**
 * What the fuzz tests share. A <em>script</em> is a fuzzer's bytes; {@link io.fluxlab.server.fuzz.Parts} makes sense of
 * them; {@link io.fluxlab.server.fuzz.Fuzzing} runs the tests.
 */
package io.fluxlab.server.fuzz;
