package dev.stowage.local.balance;

import static dev.stowage.local.balance.TargetHealthState.HEALTHY;
import static dev.stowage.local.balance.TargetHealthState.INITIAL;
import static dev.stowage.local.balance.TargetHealthState.UNHEALTHY;

/**
 * What is thought of a target after the answers that it gave.
 *
 * @param state how it stands
 * @param inARow how many of its last answers speak against that, one after the other; while it is initial, how many failed
 * @param reason why, in the words of Elastic Load Balancing, such as {@code Target.Timeout}; empty where it is healthy
 * @param detail what is said of that, for people to read
 */
public record Judgement(TargetHealthState state, int inARow, String reason, String detail) {

    /** What is thought of a target that was asked nothing yet. */
    public static final Judgement NONE = new Judgement(INITIAL, 0, "Elb.InitialHealthChecking", "");

    /** What is thought of a target of a group that does not ask, and of one that was healthy when somebody else asked it last. */
    public static final Judgement UNASKED = new Judgement(HEALTHY, 0, "", "");

    /**
     * What is thought after one more answer. One good answer is enough for a new target; one that was unhealthy has to give
     * several.
     */
    public Judgement after(Answer answer, HealthCheck check) {
        if (answer.isGood()) {
            return good(check);
        }
        if (state == UNHEALTHY) {
            return new Judgement(UNHEALTHY, 0, answer.reason(), answer.detail());
        }
        return inARow + 1 >= check.unhealthyAfter()
                ? new Judgement(UNHEALTHY, 0, answer.reason(), answer.detail())
                : new Judgement(state, inARow + 1, reason, detail);
    }

    private Judgement good(HealthCheck check) {
        var isEnough = state != UNHEALTHY || inARow + 1 >= check.healthyAfter();
        return isEnough ? UNASKED : new Judgement(UNHEALTHY, inARow + 1, reason, detail);
    }

    /**
     * What a target said when it was asked.
     *
     * @param reason what is wrong; empty where nothing is
     * @param detail what it said, for people to read
     */
    public record Answer(String reason, String detail) {

        /** It is well. */
        public static final Answer GOOD = new Answer("", "");

        /** Nothing within its time. */
        public static final Answer TIMEOUT = new Answer("Target.Timeout", "Request timed out");

        /** Nothing that could be called an answer. */
        public static final Answer FAILED = new Answer("Target.FailedHealthChecks", "Health checks failed");

        /** A code that is not among the good ones. */
        public static Answer mismatch(int code) {
            return new Answer("Target.ResponseCodeMismatch", "Health checks failed with these codes: [" + code + "]");
        }

        /** Whether it is well. */
        public boolean isGood() {
            return reason.isEmpty();
        }
    }
}
