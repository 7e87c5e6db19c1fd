/** Where a widget was seen, and what was refused, newest first. */
export interface WidgetActivity {
  lastChatAt: string | null;
  seen: { origin: string; at: string }[];
  refused: { at: string; origin: string | null; reason: string; message: string; count: number }[];
}
