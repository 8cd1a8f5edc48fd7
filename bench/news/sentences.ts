/** Ordinary news sentences that fill descriptions. */
export const plain: Readonly<Record<'en' | 'ur' | 'ps', readonly string[]>> = {
  en: [
    'The ministry said the decision would take effect at the start of the next financial year.',
    'Residents complained that repairs had been promised twice and that no work had started.',
    "Analysts don't expect the country's exports to recover before freight rates fall.",
    'The court gave the province’s government three weeks to file its reply.',
    'Hospital staff said most of those brought in had been discharged by the evening.',
    'The captain praised his bowlers and said the pitch had helped the side batting second.',
    'Forecasters warned of landslides on mountain roads and told travellers to check before leaving.',
    'The company reported a profit of 4.2 billion rupees, up from 3.1 billion a year earlier.',
    'The university opens its new campus in September with 1,200 students.',
    'Officials in Islamabad said Pakistan would seek bids for the project before the end of summer.',
  ],
  ur: [
    'محکمے کے مطابق فیصلے پر عمل درآمد نئے مالی سال کے آغاز سے ہوگا۔',
    'شہریوں نے شکایت کی کہ مرمت کا وعدہ دو بار کیا گیا لیکن کام شروع نہیں ہوا۔',
    'عدالت نے صوبائی حکومت کو جواب جمع کرانے کے لیے تین ہفتوں کا وقت دیا۔',
    'وزیر خزانہ نے کہا کہ پاکستان کی برآمدات میں اضافہ ہو رہا ہے۔',
  ],
  ps: [
    'چارواکو وویل چې د سړک جوړول به په راتلونکي کال کې بشپړ شي.',
    'خلکو له حکومت څخه د مرستې غوښتنه وکړه.',
  ],
};

/** Ordinary ones with words of the vocabulary: talks, militants, a truce of others, and both at once. */
export const near: readonly string[] = [
  'The two finance ministers will hold talks on tariffs on the margins of the meeting.',
  'Police said militants fired at a check post at night and that a search was under way.',
  'A delegation of teachers met the chief minister and handed over a list of demands.',
  'Mediators in another region said the ceasefire there had held for a second day.',
  'The regulator banned the import of two pesticides with immediate effect.',
  'Afghanistan under the Taliban has asked neighbours for talks on the transit of fruit.',
];
