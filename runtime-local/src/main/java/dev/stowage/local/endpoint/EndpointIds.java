package dev.stowage.local.endpoint;

import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ids by which tasks and containers ask: nobody can guess them without the key of the run, and a process that takes a run
 * over finds them again. They begin with the run, so that whoever is asked knows which run can answer.
 */
public final class EndpointIds {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final char SEPARATOR = '.';

    private final String run;
    private final SecretKeySpec key;

    private EndpointIds(String run, SecretKeySpec key) {
        this.run = run;
        this.key = key;
    }

    /** The ids of a run with that key. */
    public static EndpointIds of(String run, byte[] key) {
        return new EndpointIds(run, new SecretKeySpec(key, ALGORITHM));
    }

    /** The run that an id is of; empty where it is none of ours. */
    static Optional<String> runOf(String id) {
        var end = id.lastIndexOf(SEPARATOR);
        return end < 0 ? Optional.empty() : Optional.of(id.substring(0, end));
    }

    /** The path of a question that finds nobody, and yet leads to that run. */
    static String probe(String run) {
        return "/v4/" + run + SEPARATOR + "nobody";
    }

    /** By which a container asks about itself. */
    public String of(ContainerId container) {
        return id("container " + container);
    }

    /** By which the containers of a task get credentials of its role. */
    public String ofRole(TaskId task) {
        return id("role " + task);
    }

    /** By which the engine gets credentials to write the logs of a task. */
    public String ofLogs(TaskId task) {
        return id("logs " + task);
    }

    private String id(String what) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var hash = mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
            return run + SEPARATOR + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
