package energy.setpoint.app.config.document;

import energy.setpoint.app.config.document.Node.Entry;
import energy.setpoint.app.config.document.Node.Mapping;
import energy.setpoint.app.config.document.Node.Scalar;
import energy.setpoint.app.config.document.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Turns YAML 1.2, and so JSON, into nodes with lines. Anchors and aliases work; a bound on depth
 * and size keeps aliases from growing without end.
 */
final class YamlText {

  private static final int DEEPEST = 40;
  private static final int MOST_NODES = 500_000;

  private final String file;
  private final Problems problems;
  private int nodes;

  private YamlText(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** An empty file gives a blank scalar; broken YAML nothing, and a problem. */
  static Optional<Node> parse(String file, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(20_000_000).build();
    try {
      return Optional.of(
          new Compose(settings)
              .composeString(text)
              .map(root -> new YamlText(file, problems).convert(root, 0))
              .orElse(new Scalar("", false, 1)));
    } catch (MarkedYamlEngineException broken) {
      problems.add(file, lineOf(broken.getProblemMark()), describe(broken));
    } catch (YamlEngineException broken) {
      problems.add(file, 0, "this is not valid YAML: " + broken.getMessage());
    }
    return Optional.empty();
  }

  private static String describe(MarkedYamlEngineException broken) {
    String column =
        broken.getProblemMark().map(mark -> "column " + (mark.getColumn() + 1) + ": ").orElse("");
    String problem = String.valueOf(broken.getProblem());
    return column + "this is not valid YAML: " + problem + "." + hint(problem);
  }

  private static String hint(String problem) {
    if (problem.contains("'\\t(TAB)'") || problem.contains("TAB")) {
      return " Maybe a tab stands where spaces must be?";
    }
    if (problem.contains("':'") || problem.contains("mapping values")) {
      return " Maybe a colon is missing or needs a space behind it?";
    }
    return " Maybe the indentation, a quote or a bracket is wrong?";
  }

  private Node convert(org.snakeyaml.engine.v2.nodes.Node node, int depth) {
    int line = lineOf(node.getStartMark());
    if (depth > DEEPEST || ++nodes > MOST_NODES) {
      problems.add(
          file, line, "this is nested too deeply or too large. Maybe an alias is in itself?");
      return new Scalar("", false, line);
    }
    return switch (node) {
      case MappingNode mapping -> new Mapping(entries(mapping, depth), line);
      case SequenceNode sequence ->
          new Sequence(
              sequence.getValue().stream().map(item -> convert(item, depth + 1)).toList(), line);
      case ScalarNode scalar ->
          new Scalar(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, line);
      default -> throw new IllegalStateException("Unknown YAML node " + node.getNodeType());
    };
  }

  private List<Entry> entries(MappingNode mapping, int depth) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int line = lineOf(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(file, line, "a key must be a text, but is a list or a group.");
        continue;
      }
      Integer before = lines.putIfAbsent(key.getValue(), line);
      if (before != null) {
        problems.add(
            file,
            line,
            "the key \"" + key.getValue() + "\" already stands in line " + before + ".");
        continue;
      }
      entries.add(new Entry(key.getValue(), line, convert(tuple.getValueNode(), depth + 1)));
    }
    return entries;
  }

  private static int lineOf(Optional<Mark> mark) {
    return mark.map(m -> m.getLine() + 1).orElse(0);
  }
}
