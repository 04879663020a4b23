package energy.setpoint.app.config;

import energy.setpoint.ocpp.proxy.ProxySettings;
import energy.setpoint.ocpp.proxy.upstream.UpstreamAddress;

/** That the stations belong to another CSMS, and how it is reached. */
public record ProxyConfiguration(UpstreamAddress csms, ProxySettings settings) {}
