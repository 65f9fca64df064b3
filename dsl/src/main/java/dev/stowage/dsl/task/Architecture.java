package dev.stowage.dsl.task;

/** The processors that a task is made for. */
public enum Architecture {
    /** 64-bit x86. */
    X86_64,
    /** 64-bit ARM: Graviton. */
    ARM64
}
