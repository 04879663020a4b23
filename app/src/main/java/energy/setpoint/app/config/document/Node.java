package energy.setpoint.app.config.document;

import java.util.List;

/** A piece of a YAML or JSON document and the line, counted from 1, on which it starts. */
sealed interface Node {

  int line();

  /**
   * @param quoted true when quotes make it a text, whatever it looks like
   */
  record Scalar(String text, boolean quoted, int line) implements Node {

    /** True for nothing at all, {@code ~} and {@code null}. */
    boolean isBlank() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  /** Keys with values, in the order of the file; a key may still occur twice. */
  record Mapping(List<Entry> entries, int line) implements Node {

    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** A list. */
  record Sequence(List<Node> items, int line) implements Node {

    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A key, the line on which it stands, and its value. */
  record Entry(String key, int line, Node value) {}

  /** The value as an error message shows it. */
  default String shown() {
    return switch (this) {
      case Scalar scalar when scalar.isBlank() -> "empty";
      case Scalar scalar when !scalar.quoted() && Kinds.looksLikeNumber(scalar.text()) ->
          scalar.text();
      case Scalar scalar -> "\"" + shortened(scalar.text()) + "\"";
      case Mapping mapping -> "a group of " + mapping.entries().size() + " keys";
      case Sequence sequence -> "a list of " + sequence.items().size();
    };
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
