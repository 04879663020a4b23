package energy.setpoint.app.plan.json;

import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns JSON into records. Unknown keys, repeated keys, texts where numbers belong and anything
 * after the document are mistakes. All of them are told at once, up to the first broken list.
 */
public final class StrictJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .addModule(StrictValues.module())
          .build();

  private StrictJson() {}

  /**
   * Reads a document.
   *
   * @throws InvalidDocument of kind {@link InvalidDocument.Kind#MALFORMED}
   */
  public static <T> T read(String text, Class<T> type) {
    if (text.isBlank()) {
      throw nothing();
    }
    MistakeCollector mistakes = new MistakeCollector();
    ObjectReader reader = MAPPER.readerFor(type).withHandler(mistakes);
    T value;
    try {
      value = reader.readValue(text);
    } catch (JacksonException e) {
      // A list refuses the gap that an entry of a wrong type leaves; that was told already.
      if (!(e instanceof InvalidNullException && mistakes.any())) {
        mistakes.add(describe(e));
      }
      throw malformed(mistakes);
    }
    if (mistakes.any()) {
      throw malformed(mistakes);
    }
    if (value == null) {
      throw nothing();
    }
    return value;
  }

  private static InvalidDocument nothing() {
    return new InvalidDocument(
        InvalidDocument.Kind.MALFORMED,
        List.of(new Finding("#", "There is nothing, expected a JSON object.")));
  }

  private static InvalidDocument malformed(MistakeCollector mistakes) {
    return new InvalidDocument(InvalidDocument.Kind.MALFORMED, mistakes.all());
  }

  private static Finding describe(JacksonException e) {
    String pointer = Pointers.of(e.getPath());
    if (e instanceof StreamReadException) {
      var at = e.getLocation();
      return new Finding(
          pointer,
          "This is not JSON at line %d, column %d: %s"
              .formatted(at.getLineNr(), at.getColumnNr(), firstLine(e)));
    }
    return new Finding(pointer, firstLine(e));
  }

  private static String firstLine(JacksonException e) {
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
  }
}
