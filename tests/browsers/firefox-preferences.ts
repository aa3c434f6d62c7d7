import type { LaunchOptions } from './driver';

/** Firefox without its own traffic and greetings, the portal's names on loopback, and unsigned extensions allowed. */
export function preferencesOf({ port, language }: LaunchOptions, uuids: Record<string, string>) {
  return {
    // 0: any free port, written into the profile.
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify(uuids),
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'extensions.update.enabled': false,
    'extensions.background.idle.enabled': true,
    // Every name is this machine, and its https port the portal's: a name that the portal's certificate does not cover fails there.
    'network.dns.forceResolve': '127.0.0.1',
    'network.socket.forcePort': `443=${port}`,
    'network.trr.mode': 5,
    // Else loopback, and with it the portal, stays reachable when Firefox is offline.
    'network.disable-localhost-when-offline': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.prefetch-next': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.normandy.enabled': false,
    'app.update.disabledForTesting': true,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.startup.homepage': 'about:blank',
    'browser.aboutwelcome.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.sessionstore.resume_from_crash': false,
    'toolkit.startup.max_resumed_crashes': -1,
    'browser.tabs.closeWindowWithLastTab': false,
    'browser.tabs.warnOnClose': false,
    // The buttons of a question work at once.
    'security.notification_enable_delay': 0,
    // Work in the background for nobody here: processes kept ready, telemetry, downloads of parts, suggestions, a session to restore.
    'dom.ipc.processPrelaunch.enabled': false,
    'browser.discovery.enabled': false,
    'browser.ml.enable': false,
    'browser.pagethumbnails.capturing_disabled': true,
    'browser.places.speculativeConnect.enabled': false,
    'browser.sessionstore.interval': 3_600_000,
    'browser.topsites.contile.enabled': false,
    'browser.urlbar.quicksuggest.enabled': false,
    'datareporting.healthreport.uploadEnabled': false,
    'extensions.getAddons.cache.enabled': false,
    'media.gmp-provider.enabled': false,
    'toolkit.telemetry.unified': false,
    // The driver hears of closed documents and console messages on the standard output.
    'browser.dom.window.dump.enabled': true,
    'intl.accept_languages': language ?? 'en-US',
  };
}
