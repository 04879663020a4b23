package energy.setpoint.ocpp.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.schema.Instances;
import energy.setpoint.ocpp.schema.Mutation;
import energy.setpoint.ocpp.schema.Mutations;
import energy.setpoint.ocpp.schema.OcppSchemas;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Holds every call that the dialects take against the official schemas. */
class StationCallsSchemaTest {

  /** One bundled version, and what its stations may call here. */
  record Version(String number, OcppDialect dialect, Set<String> taken) {

    static Version of(String number, OcppDialect dialect, String taken) {
      return new Version(number, dialect, Set.of(taken.split(" ")));
    }

    OcppSchemas schemas() {
      return OcppSchemas.of(number);
    }

    @Override
    public String toString() {
      return number;
    }
  }

  private static final String COMMON =
      "Authorize BootNotification ClearedChargingLimit DataTransfer FirmwareStatusNotification"
          + " Heartbeat LogStatusNotification MeterValues NotifyChargingLimit"
          + " NotifyCustomerInformation NotifyDisplayMessages NotifyEVChargingNeeds"
          + " NotifyEVChargingSchedule NotifyEvent NotifyMonitoringReport NotifyReport"
          + " PublishFirmwareStatusNotification ReportChargingProfiles ReservationStatusUpdate"
          + " SecurityEventNotification SignCertificate StatusNotification TransactionEvent";

  private static final List<Version> VERSIONS =
      List.of(
          Version.of(
              "1.6",
              new Ocpp16Dialect(),
              "Authorize BootNotification DataTransfer DiagnosticsStatusNotification"
                  + " FirmwareStatusNotification Heartbeat LogStatusNotification MeterValues"
                  + " SecurityEventNotification SignCertificate SignedFirmwareStatusNotification"
                  + " StartTransaction StatusNotification StopTransaction"),
          Version.of("2.0.1", new Ocpp201Dialect(), COMMON),
          Version.of(
              "2.1",
              new Ocpp21Dialect(),
              COMMON
                  + " BatterySwap ClosePeriodicEventStream NotifyDERAlarm NotifyDERStartStop"
                  + " NotifyPeriodicEventStream NotifyPriorityCharging NotifySettlement"
                  + " OpenPeriodicEventStream PullDynamicScheduleUpdate ReportDERControl"
                  + " VatNumberValidation"));

  /** What the engine does not look into; each is at least checked to be an object. */
  private static final Set<String> OPAQUE =
      Set.of(
          "SalesTariffType",
          "AbsolutePriceScheduleType",
          "PriceLevelScheduleType",
          "MessageInfoType",
          "CostDetailsType",
          "EVAbsolutePriceScheduleType",
          "AddressType",
          "BatteryDataType",
          "StreamDataElementType",
          "TransactionLimitType",
          "CertificateHashDataType",
          "SignedMeterValueType");

  @TestFactory
  Stream<DynamicTest> answersTheSmallestMessageAsTheSchemaDemands() {
    return each((version, action) -> {
      JsonNode smallest = Instances.minimal(version.schemas().request(action));
      version.schemas().assertValidRequest(action, smallest);

      answers(version, action, smallest);
    });
  }

  @TestFactory
  Stream<DynamicTest> answersTheLargestMessageAsTheSchemaDemands() {
    return each((version, action) -> {
      JsonNode largest = Instances.maximal(version.schemas().request(action));
      version.schemas().assertValidRequest(action, largest);

      answers(version, action, largest);
    });
  }

  @TestFactory
  Stream<DynamicTest> takesFieldsThatItDoesNotKnow() {
    return each((version, action) -> {
      JsonNode schema = version.schemas().request(action);

      answers(version, action, Instances.minimal(schema).put("vendorField", 1));
    });
  }

  @TestFactory
  Stream<DynamicTest> refusesEveryMistakeWithTheRightErrorAndThePath() {
    return each((version, action) -> {
      OcppSchemas schemas = version.schemas();
      for (Mutation mutation : Mutations.of(schemas.request(action), OPAQUE)) {
        assertThat(schemas.requestErrors(action, mutation.payload()))
            .as("the schema about " + mutation.what())
            .isNotEmpty();

        RpcException refusal = refusal(version, action, mutation.payload());

        assertThat(refusal).as(mutation.what()).isNotNull();
        assertThat(refusal.code()).as(mutation.what()).isEqualTo(mutation.expected());
        assertThat(refusal.description()).startsWith(mutation.path() + " ");
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> refusesAPayloadThatIsNoObject() {
    return each((version, action) -> {
      JsonNode array = JsonNodeFactory.instance.arrayNode();

      RpcException refusal = refusal(version, action, array);

      assertThat(refusal.code()).isEqualTo(RpcErrorCode.FORMAT_VIOLATION);
    });
  }

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void tellsActionsThatItDoesNotTakeFromActionsThatDoNotExist(Version version) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();

    for (String action : version.schemas().actions()) {
      if (!version.taken().contains(action)) {
        assertThat(refusal(version, action, payload).code())
            .as(action)
            .isEqualTo(RpcErrorCode.NOT_SUPPORTED);
      }
    }
    RpcException unknown = refusal(version, "MakeCoffee", payload);

    assertThat(unknown.code()).isEqualTo(RpcErrorCode.NOT_IMPLEMENTED);
    assertThat(unknown.description()).contains(version.number(), "MakeCoffee");
  }

  private interface Check {
    void run(Version version, String action) throws Exception;
  }

  private static Stream<DynamicTest> each(Check check) {
    return VERSIONS.stream()
        .flatMap(version ->
            version.taken().stream()
                .sorted()
                .map(action ->
                    dynamicTest(
                        version.number() + " " + action, () -> check.run(version, action))));
  }

  private static void answers(Version version, String action, JsonNode request)
      throws RpcException {
    OcppSchemas schemas = version.schemas();

    Handled handled = version.dialect().handle(action, request, new FakeStation());

    if (schemas.hasResponse(action)) {
      schemas.assertValidResponse(action, handled.response());
    } else {
      assertThat(handled.response().isEmpty()).isTrue();
    }
  }

  private static RpcException refusal(Version version, String action, JsonNode payload) {
    return catchThrowableOfType(
        RpcException.class, () -> version.dialect().handle(action, payload, new FakeStation()));
  }
}
