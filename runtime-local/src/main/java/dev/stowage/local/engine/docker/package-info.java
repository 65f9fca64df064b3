/** The engine that is Docker: tasks become containers, networks and volumes, and what Docker tells becomes what is seen. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.engine.docker;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
