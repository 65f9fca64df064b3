/** What a user says about local runs alone: {@code local.yaml}, secrets and SSM parameters, values of template parameters. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.config;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
