/** The emoji that are used most in chats: faces, hands, hearts and signs, things. */
const list =
  '😀 😃 😄 😁 😅 😂 🙂 🙃 😉 😊 😍 😘 😋 😎 🤔 😐 😬 😌 😴 😕 😟 🙁 😮 😢 😭 😱 😡 😇 🤗 🤝 👍 👎 👌 👏 🙌 🙏 💪 👋 ✋ 👉 👈 👇 👆 ✌️ 🤞 ❤️ 🧡 💛 💚 💙 💜 💔 ✨ ⭐ 🔥 🎉 🎁 💡 ✅ ❌ ❗ ❓ ⚠️ 📞 📧 📦 📅 ⏰ 💳 🛒 🔑 🔒 🏠 🚗 ✈️ ☕ 🌞 🌈';

export const emoji: readonly string[] = list.split(' ');
