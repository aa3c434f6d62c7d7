import type { JsonObject } from '../json';

const words = (list: string) => list.trim().split(/\s+/);

const nulls = words(`
  Salutation UniqueId AccessCardId AccessPincode KeyFobNumber CardNumber CardExpiryMonth CardExpiryYear GoCardlessMandateId
  StripeCustomerId SpreedlyToken PaypalAccount XeroContactId QuickbooksContactId MoneyBirdContactId ExactContactId SageContactId
  TeamIds TeamNames NextTariffId NextTariffName TariffId TariffName CoworkerContractIds CancellationDate CheckinStatus LastCheckin
  RenewalDate NextInvoice RegistrationDate ArchivedOn ReferenceNumber BankAccount BankBranch BankId BankName BankAccountName
  PersonalIdNumber CommencementDate ProfileBanner ProfileVideo GoogleMapsLatitude GoogleMapsLongitude Notes NotesHtml
  SignUpReferrer UtmSource UtmMedium UtmCampaign HelpDeskDepartmentId CoworkerGroupIds FormId Guid DiscountCode DiscountExpiration
  EmergencyContactName EmergencyContactPhone EmergencyContactRelation VehiclePlate Locker Mailbox DeliveryHandlingPreference Vimeo
  Blogger Flickr Tumblr Google Pinterest CalendarFeedKey OneSignalId MacAddresses LegalName RegisteredCharity SimpleTimeZoneName
`);

const falses = words(`
  Archived Deleted IsNew IsTeamAdministrator IsPayingMember HasContactDetails HasBanner HasAvatar DoNotProcessInvoicesAutomatically
  GeneralTermsAccepted LowCreditNotification CanMakeBookings CanBookForTeam CanAccessCommunity CanPurchaseProducts CanPurchaseEvents
  PaysByInvoice RequiresApproval NotifyOnVisitor NotifyOnDelivery AllowNetworkCheckin DisableNetworkAccess IsNull HasOverdueInvoices
  EnableGoCardless EnableStripe Checkedin ProfilePublishedByAdmin AbsorbsFees TaxExempt SharesTeamCredit IgnoreBookingLimits
`);

const zeros = words(`
  AvailableCredit BookingCredit MoneyCredit TimePassesLeft ExtraServicesLeft UninvoicedTotal OverdueTotal DueInvoices ProfileViews
  ConnectionsCount NewMessagesCount RemainingCheckins DiscountPercentage InvoicesCount VisitorsCount ToStringLength SystemId
`);

/** The keys of a Coworker that no member edits here: a reader must cope with all of them and send none back. */
export function furniture(id: number): JsonObject {
  const filled = (names: string[], value: null | boolean | number) =>
    names.map(name => [name, value] as const);
  return {
    ...Object.fromEntries([...filled(nulls, null), ...filled(falses, false), ...filled(zeros, 0)]),
    ...Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`Custom${n + 1}`, null])),
    Url: `/en/community/${id}`,
    TeamsIds: [],
    Tags: null,
    CustomFields: { Data: [] },
    CoworkerContracts: [],
    ProfileTagsList: [],
    LocalizationDetails: { Culture: 'en-GB', Timezone: { Id: 'GMT Standard Time', Offset: 0 } },
  };
}
