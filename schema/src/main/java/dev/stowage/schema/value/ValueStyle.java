package dev.stowage.schema.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The one style of all generated values: accessors without verbs, package-private implementations, collections that keep
 * the order in which they were written on every JVM.
 */
@Value.Style(
        get = "*",
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        jdkOnly = true,
        allMandatoryParameters = true,
        defaults = @Value.Immutable(copy = true, prehash = false))
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.SOURCE)
public @interface ValueStyle {}
