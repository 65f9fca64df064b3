package dev.stowage.schema.origin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a package of house rules: a finding points at who called it, not into it. Put it on the {@code package-info} of
 * the package that holds what a company adds to every service.
 */
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StowageLibrary {}
