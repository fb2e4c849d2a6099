/** Words that a report might be written with, in many scripts. A text is drawn from them; it need not mean anything. */
export interface Language {
  readonly words: readonly string[];
  /** Between words; Thai, Chinese and their kin have none. */
  readonly space: string;
  readonly stop: string;
}

const list = (text: string): readonly string[] => text.split(/\s+/u).filter(Boolean);

export const LANGUAGES: Readonly<Record<string, Language>> = {
  english: {
    space: ' ',
    stop: '.',
    words: list(
      'the merchant changed its name twice after we closed account payments were small round amounts customers abroad descriptor same support address never answered website moved another host statement shows refunds none director left company earlier report colleagues transaction declined reopened under cousin mailbox rented office invoice goods never shipped licence expired gateway',
    ),
  },
  german: {
    space: ' ',
    stop: '.',
    words: list(
      'der Händler änderte zweimal seinen Namen nachdem wir das Konto geschlossen hatten Zahlungen kleine runde Beträge Kunden im Ausland Geschäftsführerin Größe Straße Außenstelle Überweisung Rückbuchung Handelsregisterauszug Kundenkommunikation Zahlungsdienstleister unverändert verschwand später wieder',
    ),
  },
  french: {
    space: ' ',
    stop: '.',
    words: list(
      'le commerçant a changé de nom après la clôture du compte les paiements étaient modestes l’adresse n’existe plus clients à l’étranger siège déjà gérante société façade virement remboursé où naïf cœur œuvre relevé d’août',
    ),
  },
  spanish: {
    space: ' ',
    stop: '.',
    words: list(
      'el comercio cambió de nombre después del cierre de la cuenta pagos pequeños clientes en el extranjero ¿dónde está? teléfono número dueña año señor página también ningún envío',
    ),
  },
  portuguese: {
    space: ' ',
    stop: '.',
    words: list(
      'o lojista mudou de nome após o encerramento da conta não há endereço ações clientes no exterior três transações João situação informações então cartão',
    ),
  },
  polish: {
    space: ' ',
    stop: '.',
    words: list(
      'sprzedawca zmienił nazwę po zamknięciu rachunku wpłaty były drobne klienci za granicą łącznie źródło współpraca żadnych zwrotów Łódź Gdańsk przelew wkrótce księgowość',
    ),
  },
  czech: {
    space: ' ',
    stop: '.',
    words: list(
      'obchodník změnil jméno po uzavření účtu platby byly malé zákazníci v zahraničí žádné vrácení přesídlil společnost jednatel číslo ulice kůň třída',
    ),
  },
  turkish: {
    space: ' ',
    stop: '.',
    words: list(
      'satıcı hesap kapatıldıktan sonra adını değiştirdi ödemeler küçüktü müşteriler yurt dışında şirket müdürü İstanbul ığdır güncel belge çağrı üçüncü',
    ),
  },
  vietnamese: {
    space: ' ',
    stop: '.',
    words: list(
      'người bán đã đổi tên sau khi tài khoản bị đóng các khoản thanh toán nhỏ khách hàng ở nước ngoài địa chỉ không tồn tại giám đốc công ty trách nhiệm hữu hạn',
    ),
  },
  estonian: {
    space: ' ',
    stop: '.',
    words: list(
      'kaupmees vahetas nime pärast konto sulgemist maksed olid väikesed ümmargused summad kliendid välismaal juhatuse liige äriregister õiguslik tänav',
    ),
  },
  russian: {
    space: ' ',
    stop: '.',
    words: list(
      'продавец сменил название после закрытия счёта платежи были мелкими покупатели за границей адрес не существует директор общество с ограниченной ответственностью ещё подъезд выписка возвратов нет',
    ),
  },
  ukrainian: {
    space: ' ',
    stop: '.',
    words: list(
      'продавець змінив назву після закриття рахунку платежі були дрібними покупці за кордоном адреса не існує підприємець їхній ґанок обов’язок місто Київ виписка',
    ),
  },
  greek: {
    space: ' ',
    stop: '.',
    words: list(
      'ο έμπορος άλλαξε επωνυμία μετά το κλείσιμο του λογαριασμού οι πληρωμές ήταν μικρές πελάτες στο εξωτερικό διεύθυνση εταιρεία διαχειριστής Αθήνα τιμολόγιο',
    ),
  },
  hebrew: {
    space: ' ',
    stop: '.',
    words: list(
      'העסק החליף שם לאחר סגירת החשבון התשלומים היו קטנים לקוחות בחו״ל הכתובת אינה קיימת מנהל חברה בע״מ תל־אביב חשבונית זהה',
    ),
  },
  arabic: {
    space: ' ',
    stop: '.',
    words: list(
      'غيّر التاجر اسمه بعد إغلاق الحساب كانت المدفوعات صغيرة عملاء في الخارج العنوان غير موجود مدير شركة ذات مسؤولية محدودة القاهرة فاتورة رقم الهاتف نفسه',
    ),
  },
  persian: {
    space: ' ',
    stop: '.',
    words: list(
      'فروشنده پس از بستن حساب نام خود را عوض کرد پرداخت‌ها کوچک بودند مشتریان خارج می‌خواهیم نشانی شرکت تهران شمارهٔ پیگیری',
    ),
  },
  urdu: {
    space: ' ',
    stop: '۔',
    words: list(
      'دکاندار نے کھاتہ بند ہونے کے بعد نام بدل لیا ادائیگیاں چھوٹی تھیں گاہک بیرون ملک پتہ موجود نہیں کمپنی کراچی',
    ),
  },
  hindi: {
    space: ' ',
    stop: '।',
    words: list(
      'विक्रेता ने खाता बंद होने के बाद नाम बदल लिया भुगतान छोटे थे ग्राहक विदेश में पता मौजूद नहीं निदेशक कंपनी मुंबई रसीद संख्या',
    ),
  },
  bengali: {
    space: ' ',
    stop: '।',
    words: list(
      'বিক্রেতা হিসাব বন্ধের পর নাম বদলেছে অর্থপ্রদান ছোট ছিল গ্রাহক বিদেশে ঠিকানা নেই পরিচালক কোম্পানি ঢাকা র‍্যাব',
    ),
  },
  tamil: {
    space: ' ',
    stop: '.',
    words: list(
      'விற்பனையாளர் கணக்கு மூடப்பட்ட பின் பெயரை மாற்றினார் கொடுப்பனவுகள் சிறியவை வாடிக்கையாளர்கள் வெளிநாட்டில் முகவரி இல்லை',
    ),
  },
  telugu: {
    space: ' ',
    stop: '.',
    words: list('వ్యాపారి ఖాతా మూసిన తర్వాత పేరు మార్చాడు చెల్లింపులు చిన్నవి వినియోగదారులు విదేశాల్లో చిరునామా లేదు'),
  },
  sinhala: {
    space: ' ',
    stop: '.',
    words: list('වෙළෙන්දා ගිණුම වසා දැමීමෙන් පසු නම වෙනස් කළේය ශ්‍රී ලංකා ගෙවීම් කුඩා විය ලිපිනය නැත'),
  },
  thai: {
    space: '',
    stop: ' ',
    words: list(
      'ผู้ขาย เปลี่ยนชื่อ หลังจาก ปิดบัญชี การชำระเงิน มีจำนวนน้อย ลูกค้า อยู่ต่างประเทศ ที่อยู่ ไม่มีจริง บริษัท กรุงเทพฯ ใบแจ้งหนี้',
    ),
  },
  khmer: { space: '', stop: '។', words: list('អ្នកលក់ បានប្តូរ ឈ្មោះ បន្ទាប់ពី បិទ គណនី ការទូទាត់ តិចតួច អតិថិជន នៅ បរទេស') },
  burmese: {
    space: '',
    stop: '။',
    words: list('ရောင်းသူသည် အကောင့်ပိတ်ပြီးနောက် အမည်ပြောင်းခဲ့သည် ငွေပေးချေမှု နည်းပါးသည် ဖောက်သည်များ နိုင်ငံခြား'),
  },
  georgian: {
    space: ' ',
    stop: '.',
    words: list(
      'გამყიდველმა ანგარიშის დახურვის შემდეგ სახელი შეიცვალა გადახდები მცირე იყო მომხმარებლები უცხოეთში მისამართი',
    ),
  },
  armenian: {
    space: ' ',
    stop: '։',
    words: list(
      'վաճառողը հաշիվը փակելուց հետո փոխել է անունը վճարումները փոքր էին հաճախորդները արտերկրում հասցեն',
    ),
  },
  amharic: {
    space: ' ',
    stop: '።',
    words: list('ሻጩ ሂሳቡ ከተዘጋ በኋላ ስሙን ቀይሯል ክፍያዎቹ ትንሽ ነበሩ ደንበኞች በውጭ አገር አድራሻ የለም'),
  },
  chinese: {
    space: '',
    stop: '。',
    words: list(
      '商家 在 账户 关闭 后 更换 名称 付款 金额 很小 客户 位于 国外 地址 不存在 法人 有限公司 上海 发票 电话 相同',
    ),
  },
  japanese: {
    space: '',
    stop: '。',
    words: list(
      '販売者 は 口座 の 閉鎖 後 に 名称 を 変更 しました 支払い 少額 顧客 海外 住所 存在しない 代表取締役 株式会社 東京 請求書 カタカナ ひらがな',
    ),
  },
  korean: {
    space: ' ',
    stop: '.',
    words: list(
      '판매자는 계좌가 폐쇄된 후 상호를 변경했습니다 결제 금액은 소액이었고 고객은 해외에 있습니다 주소 대표이사 주식회사 서울 영수증',
    ),
  },
  mongolian: {
    space: ' ',
    stop: '.',
    words: list(
      'худалдагч данс хаагдсаны дараа нэрээ сольсон төлбөр бага байсан үйлчлүүлэгчид гадаадад хаяг байхгүй өөрчлөгдөөгүй',
    ),
  },
};
