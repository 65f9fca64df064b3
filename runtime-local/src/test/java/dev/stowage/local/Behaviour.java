package dev.stowage.local;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;

/** Which numbered behaviours of the specification of the local run a test proves: {@code "5.3"}, {@code "9.1"}. */
@Retention(RUNTIME)
public @interface Behaviour {

    /** The numbers of its sections. */
    String[] value();
}
