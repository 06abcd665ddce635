/**
 * What is found, put into words of a language. The words are in {@code words_en.properties} and {@code words_ru.properties};
 * nothing else here knows any.
 */
@NullMarked
package io.fluxlab.wording;

import org.jspecify.annotations.NullMarked;
