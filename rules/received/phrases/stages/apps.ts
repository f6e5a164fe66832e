/** Where somebody wants to talk instead, as it is written in Latin letters in any language. */
export const latinApps =
  '(snap(chat)?s?|telegram|tg|whats ?app|watsapp|wsp|wpp|wasap|kik|discord|dc|insta(gram)?|ig|signal|wickr|viber|wechat|skype|threema|zangi|facetime|messenger|yubo|hoop|botim|bigo|likee|qq|vk)';
