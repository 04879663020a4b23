package energy.setpoint.der.sunspec;

import java.util.List;

/** What the search for SunSpec in a device came to. */
public sealed interface Discovery {

  /**
   * The device has a whole chain of models.
   *
   * @param base address of "SunS"
   * @param models in the order of their addresses, the common model among them where there is one
   */
  record Found(int base, List<Model> models) implements Discovery {

    public Found {
      models = List.copyOf(models);
    }

    /** Who made the device, as far as it says so. */
    public DeviceIdentity identity() {
      return DeviceIdentity.of(models);
    }

    /** Models of a layout, in their order. */
    List<Model> all(ModelLayout layout) {
      return models.stream().filter(it -> it.is(layout)).toList();
    }
  }

  /**
   * The device has no SunSpec, or a chain of models that cannot be followed to its end.
   *
   * @param reason in a sentence without a full stop
   */
  record Nothing(String reason) implements Discovery {}
}
