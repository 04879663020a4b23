package energy.setpoint.app.composite;

import energy.setpoint.app.composite.document.CaseDocument;
import energy.setpoint.app.composite.document.ChargingLimitDocument;
import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.ocpp.composite.CompositeDialect;
import energy.setpoint.ocpp.composite.InstalledProfiles;
import energy.setpoint.ocpp.composite.InstalledProfiles.Installation;
import energy.setpoint.ocpp.composite.check.Breach;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Gives the station its profiles, one after the other, and says which of them it would refuse. */
final class ProfilesReader {

  /** A path and what is wrong there, as payloads are refused on the wire. */
  private static final Pattern REFUSAL = Pattern.compile("([a-z]\\w*(?:[.\\[]\\S*)?) (.*)");

  private final CaseDocument document;
  private final CompositeDialect dialect;
  private final Station station;
  private final Findings findings;
  private InstalledProfiles installed;

  ProfilesReader(
      CaseDocument document, CompositeDialect dialect, Station station, Findings findings) {
    this.document = document;
    this.dialect = dialect;
    this.station = station;
    this.findings = findings;
    installed = InstalledProfiles.none(dialect.rules());
  }

  InstalledProfiles read() {
    for (int i = 0; i < document.profiles().size(); i++) {
      profile(document.profiles().get(i), findings.at("profiles").at(i));
    }
    for (int i = 0; i < document.chargingLimits().size(); i++) {
      limit(document.chargingLimits().get(i), idOf(i), findings.at("chargingLimits").at(i));
    }
    return installed;
  }

  private void profile(JsonNode message, Findings here) {
    try {
      ChargingProfile profile = dialect.readProfile(message);
      unknown(dialect.unknownInProfile(message), here);
      install(profile, here);
    } catch (RpcException refused) {
      add(here, refused);
    }
  }

  /** What a source says about an EVSE replaces what it said before. */
  private int idOf(int limit) {
    List<List<JsonNode>> sources =
        document.chargingLimits().stream()
            .map(ChargingLimitDocument::message)
            .map(message -> message.orElseGet(MissingNode::getInstance))
            .map(message -> List.of(message.path("chargingLimit"), message.path("evseId")))
            .toList();
    return -1 - sources.indexOf(sources.get(limit));
  }

  private void limit(ChargingLimitDocument limit, int id, Findings here) {
    if (limit.received().isEmpty()) {
      here.at("received").add("This is missing, expected a time.");
    }
    if (limit.message().isEmpty()) {
      here.at("message").add("This is missing, expected a payload of NotifyChargingLimit.");
    }
    if (limit.received().isEmpty() || limit.message().isEmpty()) {
      return;
    }
    unknown(dialect.unknownInChargingLimit(limit.message().get()), here.at("message"));
    try {
      dialect
          .readChargingLimit(limit.message().get(), limit.received().get(), id)
          .forEach(profile -> install(profile, here.at("message")));
    } catch (RpcException refused) {
      add(here.at("message"), refused);
    }
  }

  private void unknown(List<String> pointers, Findings here) {
    String detail = "OCPP " + dialect.version() + " has no such field.";
    pointers.forEach(pointer -> add(here, pointer, detail));
  }

  private void install(ChargingProfile profile, Findings here) {
    switch (installed.install(profile, station)) {
      case Installation.Accepted(InstalledProfiles profiles) -> installed = profiles;
      case Installation.Refused(List<Breach> breaches) ->
          breaches.forEach(breach -> add(here, breach.pointer(), breach.detail()));
    }
  }

  private static void add(Findings here, RpcException refused) {
    Matcher refusal = REFUSAL.matcher(refused.description());
    if (refusal.matches()) {
      String pointer = "/" + refusal.group(1).replace("[", "/").replace("]", "").replace(".", "/");
      add(here, pointer, "This " + refusal.group(2));
    } else {
      here.add(refused.description());
    }
  }

  private static void add(Findings here, String pointer, String detail) {
    Findings place = here;
    for (String step : pointer.substring(1).split("/", -1)) {
      place = place.at(step);
    }
    place.add(detail);
  }
}
