/** Where a widget was loaded, and what was blocked, newest first. */
export interface WidgetActivity {
  lastChatAt: string | null;
  seen: { origin: string; at: string }[];
  refused: { at: string; origin: string | null; reason: string; message: string; count: number }[];
}
