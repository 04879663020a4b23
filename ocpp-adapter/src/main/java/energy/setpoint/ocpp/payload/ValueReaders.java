package energy.setpoint.ocpp.payload;

import energy.setpoint.ocpp.rpc.frame.UsualNumbers;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the reader for a record component: by its type, with the limits in its annotations. */
final class ValueReaders {

  private ValueReaders() {}

  static ValueReader of(RecordComponent component) {
    return of(component.getGenericType(), component);
  }

  private static ValueReader of(Type type, RecordComponent component) {
    if (type instanceof ParameterizedType generic) {
      ValueReader inner = of(generic.getActualTypeArguments()[0], component);
      return generic.getRawType() == Optional.class
          ? inner
          : list(inner, component.getAnnotation(Items.class));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return RecordReader.of(plain);
    }
    return plain.isEnum() ? constant(plain) : scalar(plain, component);
  }

  private static ValueReader scalar(Class<?> type, RecordComponent component) {
    if (type == String.class) {
      OneOf choice = component.getAnnotation(OneOf.class);
      Length length = component.getAnnotation(Length.class);
      return choice == null
          ? text(length == null ? Integer.MAX_VALUE : length.value())
          : choice(List.of(choice.value()));
    }
    if (type == int.class || type == Integer.class) {
      return integer(component.getAnnotation(Range.class));
    }
    if (type == BigDecimal.class) {
      return decimal(component.getAnnotation(Range.class));
    }
    return unconstrained(type);
  }

  private static ValueReader unconstrained(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return value -> {
        if (!value.isBoolean()) {
          throw Violation.type("true or false", value);
        }
        return value.booleanValue();
      };
    }
    if (type == Instant.class) {
      return ValueReaders::instant;
    }
    if (type == ObjectNode.class) {
      return value -> {
        if (!value.isObject()) {
          throw Violation.type("an object", value);
        }
        return value;
      };
    }
    if (type == JsonNode.class) {
      return value -> value;
    }
    throw new IllegalArgumentException("Wire records cannot hold " + type + ".");
  }

  private static ValueReader list(ValueReader element, @Nullable Items items) {
    return value -> {
      if (!value.isArray()) {
        throw Violation.type("an array", value);
      }
      if (items != null && value.size() < items.min()) {
        throw Violation.occurrence("must have at least " + items.min() + " elements", value.size());
      }
      if (items != null && value.size() > items.max()) {
        throw Violation.occurrence("must have at most " + items.max() + " elements", value.size());
      }
      List<Object> elements = new ArrayList<>(value.size());
      for (int i = 0; i < value.size(); i++) {
        try {
          elements.add(element.read(value.get(i)));
        } catch (Violation violation) {
          throw violation.inside(i);
        }
      }
      return List.copyOf(elements);
    };
  }

  private static ValueReader text(int most) {
    return value -> {
      String text = string(value);
      if (text.codePointCount(0, text.length()) > most) {
        throw Violation.property("must have at most " + most + " characters", value);
      }
      return text;
    };
  }

  private static ValueReader choice(List<String> choices) {
    return value -> {
      String text = string(value);
      if (!choices.contains(text)) {
        throw Violation.property("must be one of " + choices, value);
      }
      return text;
    };
  }

  private static ValueReader constant(Class<?> type) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return value -> {
      Object constant = constants.get(string(value));
      if (constant == null) {
        throw Violation.property("must be one of " + constants.keySet(), value);
      }
      return constant;
    };
  }

  private static ValueReader integer(@Nullable Range range) {
    return value -> {
      if (!value.isNumber() || !isUsual(value) || !value.canConvertToExactIntegral()) {
        throw Violation.type("an integer", value);
      }
      if (!value.canConvertToInt()) {
        throw Violation.property("must fit into 32 bits", value);
      }
      requireWithin(range, value);
      return value.decimalValue().intValueExact();
    };
  }

  private static ValueReader decimal(@Nullable Range range) {
    return value -> {
      if (!value.isNumber()) {
        throw Violation.type("a number", value);
      }
      if (!isUsual(value)) {
        throw Violation.property("must be a number of usual size", value);
      }
      requireWithin(range, value);
      return value.decimalValue();
    };
  }

  /** As a double, too small a number is a finite 0, so that its exponent is looked at as well. */
  private static boolean isUsual(JsonNode number) {
    return Double.isFinite(number.asDouble(Double.NaN))
        && UsualNumbers.isUsual(number.decimalValue());
  }

  private static void requireWithin(@Nullable Range range, JsonNode value) throws Violation {
    if (range == null) {
      return;
    }
    double number = value.asDouble(Double.NaN);
    if (number < range.min()) {
      throw Violation.property("must be at least " + range.min(), value);
    }
    if (number > range.max()) {
      throw Violation.property("must be at most " + range.max(), value);
    }
  }

  private static Instant instant(JsonNode value) throws Violation {
    return Timestamps.find(string(value))
        .orElseThrow(
            () -> Violation.format("must be a date and time such as 2026-11-01T12:00:00Z", value));
  }

  private static String string(JsonNode value) throws Violation {
    if (!value.isString()) {
      throw Violation.type("a string", value);
    }
    return value.stringValue();
  }
}
