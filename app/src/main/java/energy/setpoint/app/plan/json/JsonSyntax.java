package energy.setpoint.app.plan.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a text is one JSON document at all. What the parser says is put into words for people who
 * write documents; the parser's own are for people who configure parsers.
 */
final class JsonSyntax {

  private record Wording(Pattern theirs, String ours) {

    static Wording of(String theirs, String ours) {
      return new Wording(Pattern.compile(theirs, Pattern.DOTALL), ours);
    }
  }

  private static final String CHARACTER = "Unexpected character \\(('.{1,2}') .*";

  /** The first that fits counts. */
  private static final List<Wording> WORDINGS =
      List.of(
          Wording.of("Duplicate Object property (\".*\").*", "the key $1 occurs twice"),
          Wording.of("Unexpected end-of-input.*", "it ends before everything is closed"),
          Wording.of("Unexpected close marker ('.'): expected ('.').*", "$1 stands here, not $2"),
          Wording.of(".*code 65279.*", "a byte order mark stands in front of it"),
          Wording.of(CHARACTER + "comment.*", "$1 stands here. Maybe a comment; JSON has none"),
          Wording.of(CHARACTER + "double-quote.*", "$1 stands here, expected a key in quotes"),
          Wording.of(CHARACTER + "comma.*", "$1 stands here, expected a comma"),
          Wording.of(CHARACTER + "colon.*", "$1 stands here, expected a colon"),
          Wording.of(CHARACTER + "plus sign.*", "$1 stands here, expected a number without it"),
          Wording.of(CHARACTER + "in numeric value.*", "$1 stands here, expected a digit"),
          Wording.of(
              ".*Decimal point not followed by a digit.*", "expected a digit after the point"),
          Wording.of(CHARACTER, "$1 stands here, expected a value"),
          Wording.of("Invalid numeric value: Leading zero.*", "a number begins with a needless 0"),
          Wording.of("Non-standard token ('.*?').*", "$1 is no number"),
          Wording.of("Unrecognized token ('.*?').*", "$1 is no value. Maybe quotes are missing"),
          Wording.of("Illegal unquoted character.*", "a text has a line break or a tab in it"),
          Wording.of("Unrecognized character escape ('.').*", "$1 cannot follow a backslash"));

  private JsonSyntax() {}

  /**
   * Looks through a text.
   *
   * @return entries of lists that are null: gaps, which nothing can be made of
   * @throws InvalidDocument when it is not JSON, or more than one document
   */
  static List<Finding> gaps(JsonMapper mapper, String text) {
    List<Finding> gaps = new ArrayList<>();
    try (JsonParser parser = mapper.createParser(text)) {
      boolean ended = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (ended) {
          throw refusal("There is more after the end of the document" + place(parser) + ".");
        }
        TokenStreamContext here = parser.streamReadContext();
        ended = here.inRoot() && !token.isStructStart();
        if (token == JsonToken.VALUE_NULL && here.inArray()) {
          gaps.add(new Finding(Pointers.of(here), "This is null, expected a value."));
        }
      }
      return gaps;
    } catch (StreamConstraintsException e) {
      throw refusal("This is nested too deeply, or something in it is far too long.");
    } catch (JacksonException e) {
      throw refusal(describe(e));
    }
  }

  private static String place(JsonParser parser) {
    var at = parser.currentTokenLocation();
    return " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static String describe(JacksonException e) {
    var at = e.getLocation();
    return "This is not JSON at line %d, column %d: %s."
        .formatted(at.getLineNr(), at.getColumnNr(), inOurWords(e.getOriginalMessage()));
  }

  private static String inOurWords(String theirs) {
    for (Wording wording : WORDINGS) {
      Matcher found = wording.theirs().matcher(theirs);
      if (found.matches()) {
        return found.replaceFirst(wording.ours());
      }
    }
    return "it cannot be read from here on";
  }

  private static InvalidDocument refusal(String detail) {
    return new InvalidDocument(InvalidDocument.Kind.MALFORMED, List.of(new Finding("#", detail)));
  }
}
