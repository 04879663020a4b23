package energy.setpoint.app.plan.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns JSON into records. Unknown keys, repeated keys, texts where numbers belong and anything
 * after the document are mistakes. All of them are told at once.
 */
public final class StrictJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addModule(StrictValues.module())
          .build();

  private StrictJson() {}

  /**
   * What could be read of a document.
   *
   * @param value with nothing in the place of each value of a wrong type; empty when entries of
   *     lists are missing, for then the places of the others are unknown
   * @param wrongTypes the mistakes so far; with any of them, the value must not be used
   */
  public record Draft<T>(Optional<T> value, List<Finding> wrongTypes) {

    public Draft {
      wrongTypes = List.copyOf(wrongTypes);
    }
  }

  /**
   * Reads a document.
   *
   * @throws InvalidDocument of kind {@link InvalidDocument.Kind#MALFORMED}
   */
  public static <T> T read(String text, Class<T> type) {
    Draft<T> draft = readDraft(text, type);
    if (!draft.wrongTypes().isEmpty()) {
      throw new InvalidDocument(InvalidDocument.Kind.MALFORMED, draft.wrongTypes());
    }
    return draft.value().orElseThrow(StrictJson::nothing);
  }

  /**
   * Reads a document as far as that is possible, for somebody who looks for further mistakes.
   *
   * @throws InvalidDocument when it is not JSON at all
   */
  public static <T> Draft<T> readDraft(String text, Class<T> type) {
    if (text.isBlank()) {
      throw nothing();
    }
    List<Finding> gaps = JsonSyntax.gaps(MAPPER, text);
    MistakeCollector collector = new MistakeCollector();
    Optional<T> value = bind(text, type, collector);
    if (value.isEmpty() && !collector.any()) {
      throw nothing();
    }
    List<Finding> mistakes = new ArrayList<>(collector.all());
    mistakes.addAll(gaps);
    return new Draft<>(gaps.isEmpty() ? value : Optional.empty(), mistakes);
  }

  private static <T> Optional<T> bind(String text, Class<T> type, MistakeCollector collector) {
    try {
      return Optional.ofNullable(MAPPER.readerFor(type).withHandler(collector).readValue(text));
    } catch (JacksonException e) {
      // Not met so far: the collector takes every mistake that documents of ours can have.
      collector.add(new Finding(Pointers.of(e.getPath()), "This cannot be read."));
      return Optional.empty();
    }
  }

  private static InvalidDocument nothing() {
    return new InvalidDocument(
        InvalidDocument.Kind.MALFORMED,
        List.of(new Finding("#", "There is nothing, expected a JSON object.")));
  }
}
