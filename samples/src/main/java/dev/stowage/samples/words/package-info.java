/** Small programs that together use every word of the language once; {@code samples/WORDS.md} shows each word in one of them. */
@NullMarked
@CheckReturnValue
package dev.stowage.samples.words;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
