/** The scheduler of services: how many tasks run, where, which are replaced, and which are stopped. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.service;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
