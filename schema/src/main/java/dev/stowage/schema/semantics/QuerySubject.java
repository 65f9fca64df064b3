package dev.stowage.schema.semantics;

/** What the cluster query language can ask about, and how. */
final class QuerySubject {

    private static final String ATTRIBUTE = "attribute:";

    private QuerySubject() {}

    static boolean isOne(String word) {
        return switch (word) {
            case "agentConnected", "agentVersion", "ec2InstanceId", "registeredAt", "runningTasksCount", "task:group" ->
                true;
            default -> word.startsWith(ATTRIBUTE) && word.length() > ATTRIBUTE.length();
        };
    }

    /** Whether the table of the guide has this operator for the subject. */
    static boolean takes(String subject, QueryOperator operator) {
        return switch (subject) {
            case "agentConnected", "ec2InstanceId", "task:group" -> !operator.orders() && !operator.takesNothing();
            case "agentVersion", "registeredAt", "runningTasksCount" -> isEquality(operator) || operator.orders();
            default -> true;
        };
    }

    private static boolean isEquality(QueryOperator operator) {
        return operator == QueryOperator.EQUALS || operator == QueryOperator.NOT_EQUALS;
    }
}
