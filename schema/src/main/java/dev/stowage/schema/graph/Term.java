package dev.stowage.schema.graph;

import dev.stowage.schema.tree.Node;
import java.util.List;

/**
 * What conditions compare: a parameter, or a function of one.
 *
 * @param node how it is written
 * @param parameter the parameter or pseudo parameter it is made of
 * @param allowed the only values it may have; empty for any
 */
record Term(Node node, String parameter, List<String> allowed) {}
