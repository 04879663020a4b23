package energy.setpoint.ocpp.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.LeasedIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.ocpp.dialect.profile.ProfilePlan;
import energy.setpoint.ocpp.dialect.profile.Setpoints;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.schema.OcppSchemas;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Runs every dialect over every intent and every kind of station, and keeps the table of what each
 * can say. {@code -Dcapabilities.write=true} writes the table, else it is compared.
 */
class DialectContractTest {

  private static final Path TABLE =
      OcppSchemas.root().resolve("docs/reference/ocpp-capabilities.md");

  private static final List<OcppDialect> DIALECTS =
      List.of(new Ocpp16Dialect(), new Ocpp201Dialect(), new Ocpp21Dialect());

  /** Rounding to one decimal, and of watts into amperes. */
  private static final double ROUNDING = 0.001;

  /** The fields that each mode of 2.1 may have beside {@code startPeriod}; (!) marks a must. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "ChargingOnly", "limit! limit_L2 limit_L3 numberPhases phaseToUse",
          "CentralSetpoint",
              "operationMode! setpoint! setpoint_L2 setpoint_L3 limit limit_L2 limit_L3",
          "CentralFrequency", "operationMode! setpoint! setpoint_L2 setpoint_L3",
          "ExternalSetpoint", "operationMode! limit dischargeLimit",
          "ExternalLimits", "operationMode! limit dischargeLimit",
          "LocalLoadBalancing", "operationMode! limit dischargeLimit",
          "LocalFrequency", "operationMode! v2xBaseline! v2xFreqWattCurve! v2xSignalWattCurve",
          "Idle", "operationMode! evseSleep preconditioningRequest");

  private interface Check {
    void run(OcppDialect dialect, ChargingIntent intent, StationTraits traits);
  }

  private static void forAll(Check check) {
    for (OcppDialect dialect : DIALECTS) {
      for (StationTraits traits : StationFixtures.all().values()) {
        for (ChargingIntent intent : IntentFixtures.everything().values()) {
          check.run(dialect, intent, traits);
        }
      }
    }
  }

  private interface ProfileCheck {
    void run(OcppDialect dialect, ChargingIntent intent, SentProfile profile);
  }

  private static void forAllProfiles(ProfileCheck check) {
    forAll((dialect, intent, traits) ->
        calls(dialect.encode(intent, traits)).stream()
            .flatMap(call -> SentProfile.find(call, traits).stream())
            .forEach(profile -> check.run(dialect, intent, profile)));
  }

  @Test
  void sendsOnlyWhatTheSchemasAllow() {
    Set<String> seen = new TreeSet<>();
    forAll((dialect, intent, traits) -> {
      OcppSchemas schemas = OcppSchemas.of(dialect.subprotocol().substring("ocpp".length()));
      for (OutboundCall call : calls(dialect.encode(intent, traits))) {
        if (seen.add(dialect.subprotocol() + call)) {
          schemas.assertValidRequest(call.action(), call.payload());
        }
      }
    });
  }

  @Test
  void neverAllowsMoreThanTheCeilingOnAnyPhase() {
    forAllProfiles((dialect, intent, profile) -> {
      List<Double> worst = profile.worstAmps();
      List<Double> most = most(intent, profile.traits());

      for (int phase = 0; phase < worst.size(); phase++) {
        double allowed = phase < most.size() ? most.get(phase) : 0;
        assertThat(worst.get(phase))
            .as("%s of %s on phase %d for %s", dialect, intent, phase + 1, profile)
            .isLessThanOrEqualTo(allowed + ROUNDING);
      }
    });
  }

  /** A station that does not pause is told next to nothing, and counts with what it may draw. */
  @Test
  void saysWhatAStationMayDrawThatCannotDoAsItIsTold() {
    forAll((dialect, intent, traits) -> {
      boolean tiny = most(intent, traits).stream().allMatch(amps -> amps < 6);
      boolean limited = intent instanceof CapPower;
      if (tiny && limited && !traits.can(Ability.ZERO_PAUSES)) {
        assertThat(dialect.encode(intent, traits))
            .isInstanceOfSatisfying(
                Encoding.Degraded.class,
                degraded -> assertThat(degraded.mayDraw()).hasValue(Current.ofAmps(6)));
      }
    });
  }

  @Test
  void saysWhatIsLostOrWhyNothingIsSent() {
    forAll((dialect, intent, traits) -> {
      switch (dialect.encode(intent, traits)) {
        case Encoding.Exact exact -> assertThat(exact.calls()).isNotEmpty();
        case Encoding.Degraded degraded -> {
          assertThat(degraded.losses()).isNotEmpty().noneMatch(String::isBlank);
          assertThat(degraded.calls()).isNotEmpty();
        }
        case Encoding.Inexpressible none -> assertThat(none.reason()).isNotBlank().endsWith(".");
      }
    });
  }

  /** K15.FR.07, K15.FR.18, K18.FR.18, K19.FR.07: fits every vehicle that takes schedules. */
  @Test
  void offersOneScheduleOfOnePeriod() {
    forAllProfiles((dialect, intent, profile) -> {
      if (!profile.isUpdate()) {
        JsonNode schedules = profile.profile().get("chargingSchedule");
        assertThat(schedules.isArray() ? schedules.size() : 1).isOne();
        assertThat(profile.schedule().get("chargingSchedulePeriod").size()).isOne();
        assertThat(profile.period().get("startPeriod").intValue()).isZero();
      }
    });
  }

  @Test
  void sendsNothingThatAStationHasNotGot() {
    forAllProfiles((dialect, intent, profile) -> {
      StationTraits traits = profile.traits();
      JsonNode all = profile.payload();
      assertThat(traits.rateUnits()).contains(profile.unit());
      assertThat(has(all, "numberPhases")).isIn(false, switchesPhases(traits));
      assertThat(has(all, "phaseToUse")).isIn(false, traits.can(Ability.PHASE_CHOICE));
      assertThat(has(all, "limit_L2") || has(all, "setpoint_L2") || has(all, "limit_L3"))
          .isIn(false, traits.can(Ability.LIMIT_PER_PHASE));
      assertThat(has(all, "maxOfflineDuration"))
          .isIn(false, traits.can(Ability.MAX_OFFLINE_DURATION));
      assertThat(has(all, "evseSleep")).isIn(false, traits.can(Ability.EVSE_SLEEP));
      assertThat(has(all, "setpoint") && has(all, "limit"))
          .isIn(false, traits.can(Ability.LIMIT_BESIDE_SETPOINT));
      assertThat(profile.isUpdate() || kind(profile).equals("Dynamic"))
          .isIn(false, traits.can(Ability.DYNAMIC_PROFILES));
      assertThat(purpose(profile).endsWith("MaxProfile"))
          .isIn(false, traits.can(Ability.STATION_MAXIMUM));
      assertThat(purpose(profile).equals("PriorityCharging"))
          .isIn(false, traits.can(Ability.PRIORITY_CHARGING));
      assertThat(profile.profile().path("stackLevel").asInt(0))
          .isLessThanOrEqualTo(traits.maxStackLevel());
      assertThat(modes(traits)).contains(profile.mode());
    });
  }

  /** 2.1 part 2 section Q 2.2 with Q03.FR.02, Q07.FR.03, Q08.FR.01, Q09.FR.05 and Q10.FR.01. */
  @Test
  void writesTheFieldsThatEachOperationModeTakes() {
    forAllProfiles((dialect, intent, profile) -> {
      if (!profile.isUpdate()) {
        Set<String> fields = new TreeSet<>(profile.period().propertyNames());
        fields.remove("startPeriod");
        List<String> may = List.of(FIELDS.get(profile.mode()).replace("!", "").split(" "));
        List<String> must =
            List.of(FIELDS.get(profile.mode()).split(" ")).stream()
                .filter(field -> field.endsWith("!"))
                .map(field -> field.replace("!", ""))
                .toList();

        assertThat(fields).isSubsetOf(may).containsAll(must);
      }
    });
  }

  @Test
  void endsEveryLeaseByItselfAndNoOther() {
    forAllProfiles((dialect, intent, profile) -> {
      if (profile.isUpdate()) {
        return;
      }
      if (intent instanceof LeasedIntent leased) {
        assertThat(profile.end().orElseThrow()).isBeforeOrEqualTo(leased.validity().end());
      } else {
        assertThat(profile.end()).isEmpty();
      }
    });
  }

  /** K28.FR.06: an update says nothing of its unit, so it must be that of the profile before it. */
  @Test
  void updatesASetpointInTheUnitOfItsProfile() {
    long updates = 0;
    for (StationTraits traits : StationFixtures.all().values()) {
      List<SentProfile> profile = sent(IntentFixtures.follow(-5000, 0, Pace.FAST), traits);
      List<SentProfile> update = sent(IntentFixtures.adjust(-5000, 0), traits);
      if (traits.setpoints() && !profile.isEmpty()) {
        assertThat(profile.getFirst().unit()).isEqualTo(Setpoints.unitOf(traits));
        assertThat(update)
            .allSatisfy(it ->
                assertThat(it.setpoints()).isEqualTo(profile.getFirst().setpoints()).isNotEmpty());
        updates += update.stream().filter(SentProfile::isUpdate).count();
      }
    }

    assertThat(updates).isPositive();
  }

  private static List<SentProfile> sent(ChargingIntent intent, StationTraits traits) {
    return calls(new Ocpp21Dialect().encode(intent, traits)).stream()
        .flatMap(call -> SentProfile.find(call, traits).stream())
        .toList();
  }

  /** V2XChargingCtrlr.SupportedEnergyTransferModes (2.1 Q02). */
  @Test
  void allowsOnlyServicesThatAStationHasTold() {
    forAll((dialect, intent, traits) ->
        calls(dialect.encode(intent, traits)).stream()
            .filter(call -> call.action().equals("NotifyAllowedEnergyTransfer"))
            .filter(call -> !traits.energyTransferModes().isEmpty())
            .forEach(call ->
                assertThat(call.payload().get("allowedEnergyTransfer").valueStream())
                    .extracting(JsonNode::stringValue)
                    .isNotEmpty()
                    .isSubsetOf(traits.energyTransferModes())));
  }

  /** K01.FR.29, 1.6 section 9.1.29. */
  @Test
  void sendsNoProfileToAStationWithoutSmartCharging() {
    forAll((dialect, intent, traits) -> {
      if (!traits.can(Ability.SMART_CHARGING)) {
        assertThat(calls(dialect.encode(intent, traits)))
            .extracting(OutboundCall::action)
            .doesNotContain(
                "SetChargingProfile",
                "ClearChargingProfile",
                "UpdateDynamicSchedule",
                "UsePriorityCharging",
                "AFRRSignal");
      }
    });
  }

  /**
   * 1.6 section 9.4.5; SmartChargingCtrlr.Entries: what comes last must not push the others out.
   */
  @Test
  void neverSendsMoreProfilesThanAStationKeeps() {
    for (OcppDialect dialect : DIALECTS) {
      for (StationTraits traits : StationFixtures.all().values()) {
        Set<Integer> ids = new TreeSet<>();
        IntentFixtures.all()
            .values()
            .forEach(intent ->
                calls(dialect.encode(intent, traits)).stream()
                    .flatMap(call -> SentProfile.find(call, traits).stream())
                    .filter(profile -> !profile.isUpdate())
                    .forEach(profile -> ids.add(profile.id())));

        assertThat(ids.size())
            .as("%s for %s", ids, traits)
            .isLessThanOrEqualTo(traits.maxProfiles().orElse(Integer.MAX_VALUE));
        if (traits.can(Ability.SMART_CHARGING)) {
          assertThat(ids).contains(ProfilePlan.ofFallback().id());
        }
      }
    }
  }

  @Test
  void keepsTheTableOfCapabilities() throws IOException {
    String table = new CapabilityTable(DIALECTS).write();
    if (Boolean.getBoolean("capabilities.write")) {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, table);
    }

    assertThat(TABLE)
        .as("Maybe run the test with -Dcapabilities.write=true and review the difference.")
        .content()
        .isEqualTo(table);
  }

  /** What each phase may carry by the intent, in A; 0 on phases that are not listed. */
  private static List<Double> most(ChargingIntent intent, StationTraits traits) {
    double least = traits.can(Ability.ZERO_PAUSES) ? 0 : 1;
    return mostMeant(intent).stream().map(amps -> Math.max(amps, least)).toList();
  }

  private static List<Double> mostMeant(ChargingIntent intent) {
    return switch (intent) {
      case CapPhases cap -> cap.most().stream().map(Current::amps).toList();
      case SwitchPhases phases ->
          Collections.nCopies(phases.ceiling().phases(), phases.ceiling().perPhase().amps());
      case Operate operate when operate.mode() instanceof OperatingMode.Idle -> three(0);
      case SetFallback it -> three(it.ceiling().perPhase().amps());
      case CapStation it -> three(it.ceiling().perPhase().amps());
      case OfferPriority it -> three(it.ceiling().perPhase().amps());
      case CapPower it -> three(it.ceiling().perPhase().amps());
      case FollowSetpoint it -> three(it.ceiling().perPhase().amps());
      case Operate it -> three(it.ceiling().perPhase().amps());
      default -> three(0);
    };
  }

  private static List<Double> three(double amps) {
    return List.of(amps, amps, amps);
  }

  private static boolean switchesPhases(StationTraits traits) {
    boolean able = traits.can(Ability.PHASE_SWITCHING) || traits.can(Ability.PHASE_CHOICE);
    return able && !traits.directCurrent();
  }

  private static boolean has(JsonNode payload, String field) {
    return payload.findValue(field) != null;
  }

  private static String kind(SentProfile profile) {
    return profile.profile().path("chargingProfileKind").asString("");
  }

  private static String purpose(SentProfile profile) {
    return profile.profile().path("chargingProfilePurpose").asString("");
  }

  private static List<String> modes(StationTraits traits) {
    return traits.operationModes().stream()
        .map(Enum::name)
        .map(name -> name.replace("_", ""))
        .flatMap(name -> FIELDS.keySet().stream().filter(mode -> mode.equalsIgnoreCase(name)))
        .toList();
  }

  private static List<OutboundCall> calls(Encoding encoding) {
    return switch (encoding) {
      case Encoding.Exact exact -> exact.calls();
      case Encoding.Degraded degraded -> degraded.calls();
      case Encoding.Inexpressible none -> List.of();
    };
  }
}
