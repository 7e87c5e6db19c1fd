/** What is chosen most in chats: faces, hands, hearts and signs, things. */
const list =
  '😀 😃 😄 😁 😅 😂 🙂 🙃 😉 😊 😍 😘 😋 😎 🤔 😐 😬 😌 😴 😕 😟 🙁 😮 😢 😭 😱 😡 😇 🤗 🤝 👍 👎 👌 👏 🙌 🙏 💪 👋 ✋ 👉 👈 👇 👆 ✌️ 🤞 ❤️ 🧡 💛 💚 💙 💜 💔 ✨ ⭐ 🔥 🎉 🎁 💡 ✅ ❌ ❗ ❓ ⚠️ 📞 📧 📦 📅 ⏰ 💳 🛒 🔑 🔒 🏠 🚗 ✈️ ☕ 🌞 🌈';

export const emoji: readonly string[] = list.split(' ');
