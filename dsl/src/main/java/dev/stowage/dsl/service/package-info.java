/** Services, and how they are deployed. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.service;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
