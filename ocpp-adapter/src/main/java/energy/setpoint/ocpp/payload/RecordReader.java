package energy.setpoint.ocpp.payload;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the object that a record describes: one field for each component. */
final class RecordReader implements ValueReader {

  private static final ClassValue<RecordReader> CACHE =
      new ClassValue<>() {
        @Override
        protected RecordReader computeValue(Class<?> type) {
          return new RecordReader(type);
        }
      };

  private final MethodHandle constructor;
  private final List<Field> fields = new ArrayList<>();

  private record Field(String name, boolean optional, ValueReader reader) {}

  static RecordReader of(Class<?> type) {
    return CACHE.get(type);
  }

  private RecordReader(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      boolean optional = component.getType() == Optional.class;
      fields.add(new Field(component.getName(), optional, ValueReaders.of(component)));
    }
    constructor = canonicalConstructor(type, components);
  }

  @Override
  public Object read(JsonNode value) throws Violation {
    if (!value.isObject()) {
      throw Violation.type("an object", value);
    }
    Object[] arguments = new Object[fields.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = read(fields.get(i), value.get(fields.get(i).name()));
    }
    return construct(arguments);
  }

  /** Stations send null for what they leave out, so null counts as absent. */
  private static Object read(Field field, @Nullable JsonNode value) throws Violation {
    boolean absent = value == null || value.isNull();
    if (absent && field.optional()) {
      return Optional.empty();
    }
    try {
      if (value == null || absent) {
        throw Violation.missing();
      }
      Object bound = field.reader().read(value);
      return field.optional() ? Optional.of(bound) : bound;
    } catch (Violation violation) {
      throw violation.inside(field.name());
    }
  }

  private Object construct(@Nullable Object[] arguments) {
    try {
      return constructor.invokeExact(arguments);
    } catch (Throwable problem) {
      throw new IllegalStateException(
          "A wire record refused " + Arrays.toString(arguments), problem);
    }
  }

  private static MethodHandle canonicalConstructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> found = type.getDeclaredConstructor(types);
      return MethodHandles.publicLookup()
          .unreflectConstructor(found)
          .asSpreader(Object[].class, types.length)
          .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException problem) {
      throw new IllegalArgumentException(type + " must be a public record.", problem);
    }
  }
}
