package dev.stowage.dsl.app;

/** A thing that a stack can name: it then belongs to that stack. */
public interface Root extends Thing {}
