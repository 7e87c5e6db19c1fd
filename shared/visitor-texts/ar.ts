import type { VisitorTexts } from './visitor-texts.js';

export const ar: VisitorTexts = {
  title: 'تحدّث معنا',
  welcome: 'مرحبًا! كيف يمكننا مساعدتك؟',
  launcher: 'بدء المحادثة',
  greeting: 'شكرًا لتواصلك معنا!',
  connecting: 'نبحث عن شخص لمساعدتك.',
  requeued: 'نوصلك الآن بشخص آخر.',
  transferred: 'نحوّلك الآن إلى زميل يمكنه مساعدتك.',
  nobodyAvailable: 'لا يوجد أحد متاح حاليًا. اترك رسالة وسنرد عليك فور عودتنا.',
  apology: 'عذرًا، حدث خطأ من جانبنا. يُرجى المحاولة لاحقًا.',
  idleWarning: 'هل ما زلت هنا؟ ستنتهي هذه المحادثة خلال {minutes} دقيقة إذا لم يصلنا رد منك.',
  idleEnd: 'أنهينا هذه المحادثة لأنه لم يصلنا رد منك. يمكنك بدء محادثة جديدة في أي وقت.',
};
