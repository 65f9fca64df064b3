package dev.stowage.schema.semantics.routing;

/** What a load balancer does with {@code X-Amzn-Trace-Id}. */
public final class TraceHeader {

    private static final int LONGEST = 7 * 1024;

    private TraceHeader() {}

    /**
     * The header that goes to the target: a root of its own where there is none, else its own mark before what came.
     *
     * @param came what the request says; empty for nothing
     * @param fresh a new trace id, such as {@code 1-67891233-abcdef012345678912345678}
     */
    public static String of(String came, String fresh) {
        if (came.isEmpty()) {
            return "Root=" + fresh;
        }
        var root = "";
        var kept = new StringBuilder();
        for (var field : came.split(";", -1)) {
            var trimmed = field.trim();
            root = trimmed.startsWith("Root=") ? trimmed : root;
            if (!trimmed.isEmpty() && !trimmed.startsWith("Self=")) {
                kept.append(kept.length() == 0 ? "" : ";").append(trimmed);
            }
        }
        if (root.isEmpty()) {
            return kept.length() == 0 ? "Root=" + fresh : "Root=" + fresh + ";" + kept;
        }
        var whole = "Self=" + fresh + ";" + kept;
        return whole.length() > LONGEST ? root : whole;
    }
}
