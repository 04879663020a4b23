package energy.setpoint.ocpp.payload;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import energy.setpoint.ocpp.rpc.RpcException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Wire records from payloads and back.
 *
 * <p>A wire record is a public record whose components are the fields of a message: {@code int},
 * {@code boolean}, {@code String}, {@code BigDecimal}, {@code Instant}, an enum whose constants are
 * spelt as on the wire, another wire record, a {@code List} of these, an {@code Optional} of any of
 * these, or a {@code JsonNode} for what is not looked into. Fields that a record does not name are
 * ignored, so that a station may say more than its version has.
 */
public final class Payloads {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(NON_ABSENT))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .addModule(new SimpleModule().addSerializer(new InstantWriter()))
          .build();

  private Payloads() {}

  /**
   * @throws RpcException with the field's path, the rule that it breaks, and its value
   */
  public static <T extends Record> T read(Class<T> type, JsonNode payload) throws RpcException {
    try {
      if (!payload.isObject()) {
        throw Violation.format("must be an object", payload);
      }
      return type.cast(RecordReader.of(type).read(payload));
    } catch (Violation violation) {
      throw violation.toRpcException();
    }
  }

  /** What is absent is left out. */
  public static JsonNode write(Record message) {
    return MAPPER.valueToTree(message);
  }

  /** The payload without fields, which is how many calls are answered. */
  public static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Milliseconds at most: OCPP 2.1 part 2 section 3.1 allows three decimals. */
  private static final class InstantWriter extends StdSerializer<Instant> {

    InstantWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
      json.writeString(instant.truncatedTo(ChronoUnit.MILLIS).toString());
    }
  }
}
