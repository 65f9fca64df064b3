package dev.stowage.local.cli;

/** The words by which a command asks a run that another process leads. */
final class Verbs {

    static final String PS = "ps";
    static final String JSON = "json";
    static final String SETTLE = "settle";
    static final String SCALE = "scale";
    static final String STOP = "stop";
    static final String SPOT = "spot";
    static final String ALARM = "alarm";
    static final String RINGS = "ALARM";
    static final String OK = "OK";
    static final String DEPLOY = "deploy";
    static final String LOGS = "logs";
    static final String GROUP = "group";
    static final String FOLLOW = "follow";
    static final String RUN = "run";
    static final String CONTAINER = "container";
    static final String EXEC = "exec";
    static final String DOWN = "down";

    private Verbs() {}
}
