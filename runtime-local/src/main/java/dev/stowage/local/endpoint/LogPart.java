package dev.stowage.local.endpoint;

import java.util.List;

/**
 * A part of a stream of logs.
 *
 * @param lines in the order in which they came
 * @param lost how many lines before them were forgotten, to bound the memory of the run
 * @param next how many lines of the stream are known with these
 */
public record LogPart(List<LogLine> lines, long lost, long next) {}
