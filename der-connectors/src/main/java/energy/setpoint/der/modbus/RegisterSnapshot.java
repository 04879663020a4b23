package energy.setpoint.der.modbus;

import energy.setpoint.der.template.DetailForm;
import energy.setpoint.der.template.DeviceDetail;
import energy.setpoint.der.template.RegisterPoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;

/** The registers of one device as they were read in one go. */
final class RegisterSnapshot {

  private final Map<RegisterBlock, int[]> words = new LinkedHashMap<>();

  void put(RegisterBlock block, int[] read) {
    words.put(block, read);
  }

  /**
   * The quantity of a point whose registers have been read; empty where the device has no value.
   */
  OptionalDouble quantity(RegisterPoint point) {
    int[] value = words(RegisterBlock.ofValue(point));
    if (point.scaleRegister().isEmpty()) {
      return point.decode(value);
    }
    int scaleAt = point.scaleRegister().getAsInt();
    return point.decodeScaled(value, words(new RegisterBlock(point.table(), scaleAt, 1))[0]);
  }

  /** What a detail says whose registers have been read; empty where the device has no value. */
  Optional<String> text(DeviceDetail detail) {
    int[] value = words(RegisterBlock.ofValue(detail));
    return switch (detail.form()) {
      case DetailForm.Text text -> text.show(value);
      case DetailForm.Words words -> words.show(value);
      case DetailForm.Number number -> {
        OptionalDouble quantity = quantity(number.point());
        yield quantity.isPresent()
            ? Optional.of(number.show(quantity.getAsDouble()))
            : Optional.empty();
      }
    };
  }

  /** The registers of a part of what has been read. */
  int[] words(RegisterBlock part) {
    return words.entrySet().stream()
        .filter(it -> it.getKey().contains(part))
        .map(it -> it.getKey().wordsOf(part, it.getValue()))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("The " + part + " have not been read."));
  }
}
