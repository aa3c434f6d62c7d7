/**
 * The countries of the portal, with ids of its own: `id|ISO code|culture|English name`.
 * Only 1220 for the United Kingdom is public; the others are made up, so nothing may depend on them.
 */
const rows = `
1144|AD|ca-AD|Andorra
1145|AE|ar-AE|United Arab Emirates
1146|AF|fa-AF|Afghanistan
1147|AG|en-AG|Antigua & Barbuda
1148|AI|en-AI|Anguilla
1149|AL|sq-AL|Albania
1150|AM|hy-AM|Armenia
1151|AO|pt-AO|Angola
1152|AQ|en-AQ|Antarctica
1153|AR|es-AR|Argentina
1154|AS|sm-AS|American Samoa
1155|AT|de-AT|Austria
1156|AU|en-AU|Australia
1157|AW|nl-AW|Aruba
1158|AX|sv-AX|Åland Islands
1159|AZ|az-AZ|Azerbaijan
1160|BA|bs-BA|Bosnia & Herzegovina
1161|BB|en-BB|Barbados
1162|BD|bn-BD|Bangladesh
1163|BE|nl-BE|Belgium
1164|BF|fr-BF|Burkina Faso
1165|BG|bg-BG|Bulgaria
1166|BH|ar-BH|Bahrain
1167|BI|rn-BI|Burundi
1168|BJ|fr-BJ|Benin
1169|BL|fr-BL|St. Barthélemy
1170|BM|en-BM|Bermuda
1171|BN|ms-BN|Brunei
1172|BO|es-BO|Bolivia
1173|BQ|pap-BQ|Caribbean Netherlands
1174|BR|pt-BR|Brazil
1175|BS|en-BS|Bahamas
1176|BT|dz-BT|Bhutan
1177|BV|no-BV|Bouvet Island
1178|BW|en-BW|Botswana
1179|BY|ru-BY|Belarus
1180|BZ|en-BZ|Belize
1181|CA|en-CA|Canada
1182|CC|ms-CC|Cocos (Keeling) Islands
1183|CD|fr-CD|Congo - Kinshasa
1184|CF|sg-CF|Central African Republic
1185|CG|fr-CG|Congo - Brazzaville
1186|CH|de-CH|Switzerland
1187|CI|fr-CI|Côte d’Ivoire
1188|CK|en-CK|Cook Islands
1189|CL|es-CL|Chile
1190|CM|fr-CM|Cameroon
1191|CN|zh-CN|China
1192|CO|es-CO|Colombia
1193|CR|es-CR|Costa Rica
1194|CU|es-CU|Cuba
1195|CV|pt-CV|Cape Verde
1196|CW|pap-CW|Curaçao
1197|CX|en-CX|Christmas Island
1198|CY|el-CY|Cyprus
1199|CZ|cs-CZ|Czechia
1200|DE|de-DE|Germany
1201|DJ|fr-DJ|Djibouti
1202|DK|da-DK|Denmark
1203|DM|en-DM|Dominica
1204|DO|es-DO|Dominican Republic
1205|DZ|ar-DZ|Algeria
1206|EC|es-EC|Ecuador
1207|EE|et-EE|Estonia
1208|EG|ar-EG|Egypt
1209|EH|ar-EH|Western Sahara
1210|ER|ti-ER|Eritrea
1211|ES|es-ES|Spain
1212|ET|am-ET|Ethiopia
1213|FI|fi-FI|Finland
1214|FJ|en-FJ|Fiji
1215|FK|en-FK|Falkland Islands
1216|FM|en-FM|Micronesia
1217|FO|fo-FO|Faroe Islands
1218|FR|fr-FR|France
1219|GA|fr-GA|Gabon
1220|GB|en-GB|United Kingdom
1221|GD|en-GD|Grenada
1222|GE|ka-GE|Georgia
1223|GF|fr-GF|French Guiana
1224|GG|en-GG|Guernsey
1225|GH|ak-GH|Ghana
1226|GI|en-GI|Gibraltar
1227|GL|kl-GL|Greenland
1228|GM|en-GM|Gambia
1229|GN|fr-GN|Guinea
1230|GP|fr-GP|Guadeloupe
1231|GQ|es-GQ|Equatorial Guinea
1232|GR|el-GR|Greece
1233|GS|en-GS|South Georgia & South Sandwich Islands
1234|GT|es-GT|Guatemala
1235|GU|en-GU|Guam
1236|GW|pt-GW|Guinea-Bissau
1237|GY|en-GY|Guyana
1238|HK|zh-HK|Hong Kong SAR China
1239|HM|en-HM|Heard & McDonald Islands
1240|HN|es-HN|Honduras
1241|HR|hr-HR|Croatia
1242|HT|ht-HT|Haiti
1243|HU|hu-HU|Hungary
1244|ID|id-ID|Indonesia
1245|IE|en-IE|Ireland
1246|IL|he-IL|Israel
1247|IM|en-IM|Isle of Man
1248|IN|hi-IN|India
1249|IO|en-IO|British Indian Ocean Territory
1250|IQ|ar-IQ|Iraq
1251|IR|fa-IR|Iran
1252|IS|is-IS|Iceland
1253|IT|it-IT|Italy
1254|JE|en-JE|Jersey
1255|JM|en-JM|Jamaica
1256|JO|ar-JO|Jordan
1257|JP|ja-JP|Japan
1258|KE|sw-KE|Kenya
1259|KG|ky-KG|Kyrgyzstan
1260|KH|km-KH|Cambodia
1261|KI|en-KI|Kiribati
1262|KM|ar-KM|Comoros
1263|KN|en-KN|St. Kitts & Nevis
1264|KP|ko-KP|North Korea
1265|KR|ko-KR|South Korea
1266|KW|ar-KW|Kuwait
1267|KY|en-KY|Cayman Islands
1268|KZ|ru-KZ|Kazakhstan
1269|LA|lo-LA|Laos
1270|LB|ar-LB|Lebanon
1271|LC|en-LC|St. Lucia
1272|LI|de-LI|Liechtenstein
1273|LK|si-LK|Sri Lanka
1274|LR|en-LR|Liberia
1275|LS|st-LS|Lesotho
1276|LT|lt-LT|Lithuania
1277|LU|fr-LU|Luxembourg
1278|LV|lv-LV|Latvia
1279|LY|ar-LY|Libya
1280|MA|ar-MA|Morocco
1281|MC|fr-MC|Monaco
1282|MD|ro-MD|Moldova
1283|ME|sr-ME|Montenegro
1284|MF|fr-MF|St. Martin
1285|MG|mg-MG|Madagascar
1286|MH|en-MH|Marshall Islands
1287|MK|mk-MK|North Macedonia
1288|ML|bm-ML|Mali
1289|MM|my-MM|Myanmar (Burma)
1290|MN|mn-MN|Mongolia
1291|MO|zh-MO|Macao SAR China
1292|MP|en-MP|Northern Mariana Islands
1293|MQ|fr-MQ|Martinique
1294|MR|ar-MR|Mauritania
1295|MS|en-MS|Montserrat
1296|MT|mt-MT|Malta
1297|MU|fr-MU|Mauritius
1298|MV|dv-MV|Maldives
1299|MW|en-MW|Malawi
1300|MX|es-MX|Mexico
1301|MY|ms-MY|Malaysia
1302|MZ|pt-MZ|Mozambique
1303|NA|af-NA|Namibia
1304|NC|fr-NC|New Caledonia
1305|NE|ha-NE|Niger
1306|NF|en-NF|Norfolk Island
1307|NG|en-NG|Nigeria
1308|NI|es-NI|Nicaragua
1309|NL|nl-NL|Netherlands
1310|NO|nb-NO|Norway
1311|NP|ne-NP|Nepal
1312|NR|en-NR|Nauru
1313|NU|en-NU|Niue
1314|NZ|en-NZ|New Zealand
1315|OM|ar-OM|Oman
1316|PA|es-PA|Panama
1317|PE|es-PE|Peru
1318|PF|fr-PF|French Polynesia
1319|PG|tpi-PG|Papua New Guinea
1320|PH|fil-PH|Philippines
1321|PK|ur-PK|Pakistan
1322|PL|pl-PL|Poland
1323|PM|fr-PM|St. Pierre & Miquelon
1324|PN|en-PN|Pitcairn Islands
1325|PR|es-PR|Puerto Rico
1326|PS|ar-PS|Palestinian Territories
1327|PT|pt-PT|Portugal
1328|PW|pau-PW|Palau
1329|PY|gn-PY|Paraguay
1330|QA|ar-QA|Qatar
1331|RE|fr-RE|Réunion
1332|RO|ro-RO|Romania
1333|RS|sr-RS|Serbia
1334|RU|ru-RU|Russia
1335|RW|rw-RW|Rwanda
1336|SA|ar-SA|Saudi Arabia
1337|SB|en-SB|Solomon Islands
1338|SC|fr-SC|Seychelles
1339|SD|ar-SD|Sudan
1340|SE|sv-SE|Sweden
1341|SG|en-SG|Singapore
1342|SH|en-SH|St. Helena
1343|SI|sl-SI|Slovenia
1344|SJ|nb-SJ|Svalbard & Jan Mayen
1345|SK|sk-SK|Slovakia
1346|SL|en-SL|Sierra Leone
1347|SM|it-SM|San Marino
1348|SN|wo-SN|Senegal
1349|SO|so-SO|Somalia
1350|SR|nl-SR|Suriname
1351|SS|ar-SS|South Sudan
1352|ST|pt-ST|São Tomé & Príncipe
1353|SV|es-SV|El Salvador
1354|SX|en-SX|Sint Maarten
1355|SY|ar-SY|Syria
1356|SZ|en-SZ|Eswatini
1357|TC|en-TC|Turks & Caicos Islands
1358|TD|ar-TD|Chad
1359|TF|fr-TF|French Southern Territories
1360|TG|fr-TG|Togo
1361|TH|th-TH|Thailand
1362|TJ|tg-TJ|Tajikistan
1363|TK|tkl-TK|Tokelau
1364|TL|pt-TL|Timor-Leste
1365|TM|tk-TM|Turkmenistan
1366|TN|ar-TN|Tunisia
1367|TO|to-TO|Tonga
1368|TR|tr-TR|Türkiye
1369|TT|en-TT|Trinidad & Tobago
1370|TV|tvl-TV|Tuvalu
1371|TW|zh-TW|Taiwan
1372|TZ|sw-TZ|Tanzania
1373|UA|uk-UA|Ukraine
1374|UG|sw-UG|Uganda
1375|UM|en-UM|U.S. Outlying Islands
1376|US|en-US|United States
1377|UY|es-UY|Uruguay
1378|UZ|uz-UZ|Uzbekistan
1379|VA|it-VA|Vatican City
1380|VC|en-VC|St. Vincent & Grenadines
1381|VE|es-VE|Venezuela
1382|VG|en-VG|British Virgin Islands
1383|VI|en-VI|U.S. Virgin Islands
1384|VN|vi-VN|Vietnam
1385|VU|bi-VU|Vanuatu
1386|WF|fr-WF|Wallis & Futuna
1387|WS|sm-WS|Samoa
1388|XK|sq-XK|Kosovo
1389|YE|ar-YE|Yemen
1390|YT|fr-YT|Mayotte
1391|ZA|en-ZA|South Africa
1392|ZM|en-ZM|Zambia
1393|ZW|sn-ZW|Zimbabwe
`;

/** One row of `GET /api/public/countries`. */
export interface Country {
  Id: number;
  Name: string;
  TwoDigitsCode: string;
  Culture: string;
}

export const countries: readonly Country[] = rows
  .trim()
  .split('\n')
  .map(row => {
    const [id = '', code = '', culture = '', name = ''] = row.split('|');
    return { Id: Number(id), Name: name, TwoDigitsCode: code, Culture: culture };
  });

const idsByCode = new Map(countries.map(country => [country.TwoDigitsCode, country.Id]));
const ids = new Set(countries.map(country => country.Id));

export const isCountry = (id: unknown): id is number => typeof id === 'number' && ids.has(id);

/** The portal's id of a country by ISO code; throws for a code that is not on the list, a mistake in a seed. */
export function countryId(code: string): number {
  const id = idsByCode.get(code);
  if (id === undefined) throw new Error(`No country ${code} on this portal`);
  return id;
}
