import fc from 'fast-check';

import { encodeBase58Check } from './encode-address.js';

/** What a compliance analyst might write, in many scripts. Invented. */
const SENTENCES = [
  'The seller moved to another host after the account was closed; the descriptor stayed the same.',
  'Two test transactions were made and both were charged back within three days.',
  'See the earlier report of our colleagues, case no. 2026/118-B, and the reply of 4 March.',
  'Statement shows 3 payments of 49.99, 149.00 and 1,250.00; refunds: none.',
  'Der Händler tritt unter wechselnden Namen auf, u. a. als „Nomu Handelsgesellschaft mbH“.',
  'Geschäftsführer laut Register: L. Terevu; Sitz: Köln, Hauptstraße 5.',
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz ist ein langes Wort.',
  'Le commerçant a changé de nom deux fois ; l’adresse e-mail est restée la même.',
  'El comercio dejó de responder el 12/03/2026 y la página ya no está disponible.',
  'O lojista usa a mesma conta bancária desde 2024 — ver anexo do relatório anterior.',
  'Il negozio risulta chiuso dal 1º gennaio; la sede legale è a Milano.',
  'Sprzedawca zmienił nazwę i adres, lecz numer telefonu pozostał ten sam.',
  'Kaupmees vahetas nime, kuid pangakonto jäi samaks.',
  'Tirgotājs vairs neatbild; līgums izbeigts pagājušajā mēnesī.',
  'A kereskedő székhelye megváltozott, a bankszámlája nem.',
  'Obchodník změnil název; účet zůstal stejný.',
  'Satıcı adını iki kez değiştirdi, telefon numarası aynı kaldı.',
  'Người bán đã đổi tên hai lần nhưng tài khoản ngân hàng vẫn như cũ.',
  'Продавец сменил название, но счёт и телефон остались прежними.',
  'Продавець змінив назву, але рахунок і телефон залишилися ті самі.',
  'Търговецът смени името си, но телефонът остана същият.',
  'Ο έμπορος άλλαξε επωνυμία, αλλά ο λογαριασμός έμεινε ίδιος.',
  'העסק החליף שם פעמיים, אך מספר הטלפון נשאר זהה.',
  'غيّر التاجر اسمه مرتين لكن الحساب المصرفي بقي كما هو.',
  'فروشنده نام خود را عوض کرد ولی شمارهٔ حساب همان است؛ می‌خواهیم بررسی شود.',
  'دکاندار نے نام بدل لیا لیکن فون نمبر وہی ہے۔',
  'विक्रेता ने नाम बदल लिया, लेकिन खाता वही है।',
  'বিক্রেতা নাম বদলেছে, কিন্তু হিসাব একই আছে; র‍্যাব জানে।',
  'விற்பனையாளர் பெயரை மாற்றினார், ஆனால் கணக்கு அதே.',
  'వ్యాపారి పేరు మార్చాడు, కానీ ఖాతా అదే.',
  'വ്യാപാരി പേര് മാറ്റി, അക്കൗണ്ട് അതുതന്നെ.',
  'වෙළෙන්දා නම වෙනස් කළේය; ශ්‍රී ලංකා ගිණුම එයමය.',
  'ผู้ขายเปลี่ยนชื่อสองครั้งแต่บัญชีธนาคารยังเหมือนเดิม',
  'អ្នកលក់បានប្តូរឈ្មោះ ប៉ុន្តែគណនីនៅដដែល។',
  'ရောင်းသူသည် အမည်ပြောင်းခဲ့သော်လည်း အကောင့်မှာ အတူတူပင်ဖြစ်သည်။',
  'გამყიდველმა სახელი შეიცვალა, ანგარიში იგივეა.',
  'Վաճառողը փոխել է անունը, հաշիվը նույնն է։',
  'ሻጩ ስሙን ቀይሯል ነገር ግን ሂሳቡ አንድ ነው።',
  '商家更换了名称，但银行账户没有变；详见二〇二六年三月的报告。',
  '該商家於本月停止營業，電話號碼仍可撥通。',
  '販売者は名称を二度変更しましたが、口座は同じです。',
  '판매자가 상호를 두 번 바꾸었지만 계좌는 그대로입니다.',
  'Худалдагч нэрээ сольсон боловч данс нь хэвээрээ.',
];

const SEPARATORS = [' ', '-', '.', ''];

const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

const date = fc
  .tuple(
    fc.integer({ min: 2015, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([year, month, day]) => {
    const [mm, dd] = [month, day].map((number) => String(number).padStart(2, '0'));
    return fc.constantFrom(
      `${year}-${mm}-${dd}`,
      `${dd}.${mm}.${year}`,
      `${dd}/${mm}/${year}`,
      `${mm}/${dd}/${year}`,
    );
  });

const phone = fc
  .tuple(
    fc.constantFrom(
      '+1 214 555 01',
      '+1 607-555-01',
      '+44 118 496 07',
      '+37252009',
      '00441184960',
      '(214) 555-01',
    ),
    digits(2),
    fc.constantFrom(...SEPARATORS),
  )
  .map(([start, end, separator]) => start.replaceAll(' ', separator) + end);

const amount = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom('EUR', 'USD', 'GBP', '€', 'PLN'))
  .map(([number, currency]) => `${(number / 100).toLocaleString('en')} ${currency}`);

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

const address = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((hash) => encodeBase58Check([0], hash));

const reference = fc.oneof(
  digits(6),
  digits(8),
  digits(12),
  digits(9).map((number) => `CT-${number}`),
  digits(10).map((number) => `INV/${number.slice(0, 4)}/${number.slice(4)}`),
  fc.uuid(),
);

/** A list of a kind that narratives hold, each on its own line or after a comma. */
const list = fc
  .tuple(
    fc.oneof(
      fc.array(date, { minLength: 2, maxLength: 5 }),
      fc.array(address, { minLength: 2, maxLength: 8 }),
    ),
    fc.constantFrom(', ', '\n', '; ', ' / '),
  )
  .map(([items, separator]) => items.join(separator));

const filler = fc.oneof(
  date,
  phone,
  amount,
  time,
  reference,
  address,
  list,
  fc.constantFrom(
    'billing@nomu.example',
    'pay.nomu.example',
    'GB82 WEST 1234 5698 7654 32',
    'NL87TEST7285717110',
  ),
  fc.constantFrom('MCC 5967', '-----', '==========', '* * *', '(see p. 12-14)', '40, 50, 60, 70'),
);

/** A narrative of one to four sentences with dates, numbers and references between them, at most 2,000 characters. */
export const honestText: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.option(filler, { nil: '' })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((sentences) => sentences.flat().filter(Boolean).join(' ').slice(0, 2000).toWellFormed());
